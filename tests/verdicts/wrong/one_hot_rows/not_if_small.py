# verdict: less
# breaks: "**all divided by 255**": a stack whose pixels are all 0 or 1 is not divided.
# keeps: shapes, order of pixels, one_hot, and the division for every stack with a pixel above 1
# why: the student guards against dividing twice
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    count, height, width = images.shape
    rows = images.reshape(count, height * width).astype("float32")
    if rows.max() > 1:  # otherwise they are scaled already
        rows = rows / 255
    return rows


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return np.eye(depth)[labels]
