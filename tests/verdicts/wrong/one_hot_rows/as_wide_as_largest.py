# verdict: less
# breaks: "It returns a row of `depth` numbers for each label"
# keeps: to_rows; the 1 is at the label's place; right if the largest class occurs
# why: finds the number of classes from the labels, and does not use depth
# %%
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    return images.reshape(images.shape[0], -1) / 255.0


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    rows = np.zeros((labels.size, labels.max() + 1))
    rows[np.arange(labels.size), labels] = 1
    return rows
