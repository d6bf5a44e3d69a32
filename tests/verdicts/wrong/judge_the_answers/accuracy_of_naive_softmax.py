# verdict: less
# breaks: "`accuracy(outputs, wanted)` returns the share of rows, from 0 to 1, whose **largest** output is at the right class" and "Outputs can be **large**": accuracy goes through exp, where 800 and 900 both overflow, and the first of them wins.
# keeps: cross_entropy everywhere; accuracy for outputs below some 700
# why: the student cared for large outputs in the loss and forgot them in the other function
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    largest = outputs.max(axis=1, keepdims=True)
    total = np.log(np.exp(outputs - largest).sum(axis=1)) + largest[:, 0]
    return np.mean(total - (outputs * wanted).sum(axis=1))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    shares = np.exp(outputs) / np.exp(outputs).sum(axis=1, keepdims=True)
    return np.mean(np.argmax(shares, axis=1) == np.argmax(wanted, axis=1))
