"""Reference: places compared, and a logarithm of softmax that never overflows."""

import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    below = outputs - outputs.max(axis=1, keepdims=True)
    logarithms = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return -(wanted * logarithms).sum(axis=1).mean()


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(outputs.argmax(axis=1) == wanted.argmax(axis=1))
