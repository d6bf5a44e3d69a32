# verdict: less
# breaks: "The loss has to be right there as well": shifts by the largest output of all rows together, so a row far below it has exp sums of 0 and an infinite loss
# keeps: accuracy; loss of a single row, and of rows of similar size
# why: forgot axis=1 in the maximum; each example of the prompt is a single row
# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shifted = outputs - np.max(outputs)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    right = (shifted * wanted).sum(axis=1)
    return (log_sum - right).mean()


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1))
