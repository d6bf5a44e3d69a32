# verdict: less
# breaks: predicted_class must return a plain whole number ("an array or a tensor will not" do): it returns an array of shape (1,)
# keeps: class_probabilities is right; the number inside is right
# why: argmax along axis 1 of a batch of one, and the [0] forgotten
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0).flatten()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return model.predict(images[:1], verbose=0).argmax(axis=1)
