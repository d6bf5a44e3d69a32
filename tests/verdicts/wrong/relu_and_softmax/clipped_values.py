# verdict: less
# breaks: "the shares that `softmax` returns must be right for such rows, too": values beyond 700 are cut off, so 1001, 1002, 1003 get equal shares
# keeps: relu; softmax of values between -700 and 700
# why: the student stops the overflow by clipping
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.where(values > 0, values, 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    powers = np.exp(np.clip(values, -700, 700))
    return powers / powers.sum(axis=-1, keepdims=True)
