# verdict: less
# breaks: "return the mean over all rows": the mean is over rows and classes, a tenth of the loss
# keeps: accuracy
# why: np.mean without summing each row first
# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shifted = outputs - np.max(outputs, axis=1, keepdims=True)
    log_shares = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return np.mean(-wanted * log_shares)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(outputs.argmax(1) == wanted.argmax(1))
