"""Reference: the larger of 0 and the value; exponentials that are at most 1, and their shares."""

import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.maximum(values, 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    exponentials = np.exp(values - values.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
