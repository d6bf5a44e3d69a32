# verdict: full
# why: a first draft (returns the text of the class) is replaced in a later cell by the proper function; the last definition counts
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return CLASS_NAMES[np.argmax(class_probabilities(model, images))]

# %%
print(predicted_class(model, test_images))

# %% [markdown]
"""
That is the name, but the exercise wants the number. Again:
"""

# %%
def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = class_probabilities(model, images)
    return np.flatnonzero(p == p.max())[0]

# %%
predicted_class(model, test_images), test_labels[0]
