# verdict: full
# why: a first draft (wrong for many images) is defined in one cell and rebound in a later one; in a notebook the last definition counts
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return model.predict(images).argmax()


# %% [markdown]
"""
That gives the answers for all the images, and an argmax in the thousands. Only the first one, then:
"""

# %%
draft = class_probabilities


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return draft(model, images)[0]


# %%
def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    ten = class_probabilities(model, images)
    return np.flatnonzero(ten == ten.max())[0]
