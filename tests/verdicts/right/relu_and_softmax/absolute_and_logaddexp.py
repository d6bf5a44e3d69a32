# verdict: full
# why: ReLU as half of value plus absolute value; softmax as the exponential of the value minus the logarithm of the sum, by np.logaddexp, which large values do not overflow
# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return (values + np.abs(values)) / 2


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    wide = np.asarray(values, dtype=np.float64)
    return np.exp(wide - np.logaddexp.reduce(wide, axis=-1, keepdims=True))


# %%
assert np.allclose(softmax(np.array([1.0, 2.0, 3.0])), [0.09, 0.24, 0.67], atol=0.006)
print(softmax(np.array([[1.0, 2.0, 3.0], [1001.0, 1002.0, 1003.0]])))
