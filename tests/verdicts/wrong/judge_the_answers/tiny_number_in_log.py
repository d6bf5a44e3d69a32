# verdict: less
# breaks: "A row with 1000 at one wrong class and 0 everywhere else has the loss 1000."
# keeps: accuracy, the loss for ordinary outputs, no overflow and no nan
# why: adds a tiny number so that the logarithm never sees 0, so no row can lose more than about 21

# %%
import numpy as np


def stable_softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    shares = stable_softmax(outputs)
    return np.mean(-np.sum(wanted * np.log(shares + 1e-9), axis=1))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(outputs.argmax(axis=1) == wanted.argmax(axis=1))
