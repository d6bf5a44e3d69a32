# verdict: full
# why: np.logaddexp.reduce is the logarithm of the sum of exponentials without overflow, so no shift by hand is needed
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    outputs = np.asarray(outputs, dtype=np.float64)
    right = np.einsum("ij,ij->i", outputs, np.asarray(wanted, dtype=np.float64))
    return np.mean(np.logaddexp.reduce(outputs, axis=1) - right)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(np.argmax(outputs, axis=-1) == np.argmax(wanted, axis=-1))
