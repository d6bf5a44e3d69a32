# verdict: full
# why: hands the whole stack to predict but lets it do a single step of one image (batch_size=1, steps=1); float64 list for the maximum
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first, = model.predict(images, batch_size=1, steps=1, verbose=0)
    return first.astype(float)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    chances = class_probabilities(model, images).tolist()
    return chances.index(max(chances))
