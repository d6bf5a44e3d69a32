# verdict: less
# breaks: "Values may be as large as 1000 and as small as -1000 [...] the shares that `softmax` returns must be right for such rows, too": the mean is subtracted and not the largest, so the row [1000, 0, -1000] still overflows to nan.
# keeps: relu; softmax of usual rows, and of rows whose values are all near 1000 or all near -1000
# why: the student centres the row, which is enough for the example
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.where(values > 0, values, 0.0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    centred = values - values.mean(axis=-1, keepdims=True)
    powers = np.exp(centred)
    return powers / powers.sum(axis=-1, keepdims=True)
