# verdict: less
# breaks: "Values may be as large as 1000 and as small as -1000. ... the shares that `softmax` returns must be right for such rows, too."
# keeps: relu; softmax of rows whose numbers lie near each other, also near 1000 or -1000, along the last axis
# why: shares do not change when a row is shifted, so move its mean to 0; a row like [1000, -1000] still overflows to nan
# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.where(values > 0, values, 0.0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    centred = values - values.mean(axis=-1, keepdims=True)
    powers = np.exp(centred)
    return powers / powers.sum(axis=-1, keepdims=True)
