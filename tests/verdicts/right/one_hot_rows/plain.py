# verdict: full
# why: the plainest solution, reshape and np.eye; any image size, any depth
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    return images.reshape(len(images), -1) / 255


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return np.eye(depth)[labels]
