# verdict: less
# breaks: "A row with 1000 at one wrong class and 0 everywhere else has the loss 1000": the share is clipped at 1e-12, so the loss ends at 27.6
# keeps: accuracy; the loss of outputs of ordinary size, and of large ones that are right
# why: the usual trick against log(0), which hides the inf but gives another number
# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shifted = outputs - outputs.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    shares = powers / powers.sum(axis=1, keepdims=True)
    shares = np.clip(shares, 1e-12, 1.0)
    return -np.mean(np.sum(wanted * np.log(shares), axis=1))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1))
