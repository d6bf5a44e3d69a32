# verdict: full
# why: rows are stacked image by image with ravel, one-hot is an outer comparison turned into small whole numbers; the type is up to the student
import numpy as np


def _row(image):
    return image.ravel().astype("float32") / 255


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    return np.stack([_row(image) for image in images])


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return np.equal.outer(labels, np.arange(depth)).astype("uint8")
