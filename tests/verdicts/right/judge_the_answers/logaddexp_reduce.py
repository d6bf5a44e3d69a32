# verdict: full
# why: NumPy's logaddexp as a reduction over each row, which never overflows; the right output is taken by a boolean mask
# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    return np.mean(np.logaddexp.reduce(outputs, axis=1) - outputs[wanted == 1])


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(outputs.argmax(axis=1) == wanted.argmax(axis=1))
