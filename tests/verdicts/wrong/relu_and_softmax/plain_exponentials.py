# verdict: less
# breaks: "the shares that `softmax` returns must be right for such rows, too."
# keeps: relu, the last axis, and softmax of small values
# why: wrote the formula down as it stands; exp(1000) is inf and inf / inf is nan
# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.maximum(0, values)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    e = np.exp(values)
    return e / np.sum(e, axis=-1, keepdims=True)
