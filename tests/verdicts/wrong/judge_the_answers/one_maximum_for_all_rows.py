# verdict: less
# breaks: "Outputs can be **large**, up to some thousands, above or below 0 [...] The loss has to be right there as well": the largest number of all rows is subtracted, so beside a row with 2000 a row of zeros has only exponentials of 0, and the loss is nan.
# keeps: accuracy; the loss of a single row, and of rows of similar size
# why: outputs.max() without axis
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shifted = outputs - outputs.max()
    logarithms = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -(logarithms * wanted).sum(axis=1).mean()


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(outputs.argmax(axis=1) == wanted.argmax(axis=1))
