# verdict: less
# breaks: "a row of values near -1000 has only exponentials that are rounded to 0; the shares that `softmax` returns must be right for such rows, too": next to a row of large values such a row becomes nan
# keeps: relu; softmax of one row, and of arrays whose rows are near each other
# why: the largest value of the whole array is taken away, not that of each row
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return values * (values > 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    powers = np.exp(values - np.max(values))
    return powers / np.sum(powers, axis=-1, keepdims=True)
