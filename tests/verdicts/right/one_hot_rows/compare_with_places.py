# verdict: full
# why: rows are made by joining an image's lines, one-hot by comparing with all places; types are up to the student.
# %%
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    return np.array([np.concatenate(list(image)) / 255 for image in images])


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    places = np.arange(depth)
    return (labels[:, np.newaxis] == places).astype("int8")
