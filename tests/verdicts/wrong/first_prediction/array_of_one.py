# verdict: less
# breaks: "a plain whole number ... an array or a tensor will not": predicted_class returns an array of shape (1,)
# keeps: class_probabilities
# why: used argmax with axis=1 on a batch of one and did not take the element out
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch = images[:1]
    return model.predict(batch, verbose=0).flatten()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    batch = images[:1]
    return np.argmax(model.predict(batch, verbose=0), axis=1)
