# verdict: less
# breaks: "Outputs can be **large**, up to some thousands, above or below 0 ... The loss has to be right there as well." with "any number of rows"
# keeps: accuracy; the loss of each single row, however large, and of rows that are of similar size
# why: subtracts the largest output against overflow, but that of the whole array and not of each row; beside a row with 3000 a row of small numbers underflows and the loss becomes nan

# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shifted = outputs - np.max(outputs)  # softmax does not change, exp cannot overflow
    log_sums = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_shares = shifted - log_sums
    return -np.mean(np.sum(wanted * log_shares, axis=1))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1))
