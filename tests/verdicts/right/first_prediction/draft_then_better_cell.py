# verdict: full
# why: the first cell holds a draft that returns an array, a later cell writes the function again correctly; the last definition counts
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return np.argmax(model.predict(images[:1], verbose=0), axis=1)


# %%
result = predicted_class(model, test_images)
print(result, type(result))

# %% [markdown]
"""
That printed `[9]`, which is an array with one number. The task wants a plain number, so I write it
again.
"""


# %%
def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    result = np.argmax(model.predict(images[:1], verbose=0), axis=1)
    return result[0]


# %%
p = class_probabilities(model, test_images)
print(CLASS_NAMES[predicted_class(model, test_images)], p.max())
