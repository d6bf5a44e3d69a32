# verdict: less
# fails: large_values_stay_numbers
# breaks: "Values may be as large as 1000 and as small as -1000 ... the shares that `softmax` returns must be right for such rows, too."
# keeps: relu is right; softmax is right for any row whose values lie near each other, also near 1000 and near -1000
# why: the student moves each row so that its mean is 0, not its maximum; in the row [1000, 0, -1000] nothing moves and the shares are nan

# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.maximum(values, 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    # the same number taken from all values of a row does not change the shares
    centred = values - np.mean(values, axis=-1, keepdims=True)
    powers = np.exp(centred)
    return powers / np.sum(powers, axis=-1, keepdims=True)
