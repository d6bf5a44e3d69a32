# verdict: full
# why: softmax over the logarithm of the sum of exponentials (logaddexp is stable), ReLU as half of value plus absolute value.
# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return (values + np.abs(values)) / 2


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    log_of_sum = np.logaddexp.reduce(values, axis=-1, keepdims=True)
    return np.exp(values - log_of_sum)
