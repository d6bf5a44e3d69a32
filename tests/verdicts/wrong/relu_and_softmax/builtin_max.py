# verdict: less
# breaks: relu "leaves every number above 0 as it is, and makes all others 0": Python's max of an array and 0 stops with a ValueError
# keeps: softmax
# why: max in place of np.maximum
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return max(0, values)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    lifted = np.exp(values - np.amax(values, axis=-1)[..., np.newaxis])
    return lifted / np.sum(lifted, axis=-1)[..., np.newaxis]
