# verdict: full
# why: predicts the whole stack in batches of seven and looks for the places equal to the maximum; only the first row is used
# %% [markdown]
"""
The ten numbers of the first image are row 0 of what `predict` returns. The answer is the place
where the row equals its own maximum.
"""

# %%
import numpy as np


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    places = np.flatnonzero(probabilities == probabilities.max())
    return int(places[0])


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    all_of_them = model.predict(images, batch_size=7, verbose=0)
    first, rest = all_of_them[0], all_of_them[1:]
    return first
