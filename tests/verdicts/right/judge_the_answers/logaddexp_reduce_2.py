# verdict: full
# why: NumPy's logaddexp folds a row to log(sum(exp)) without overflow, so the loss is that minus the right output; accuracy by indexing the one-hot rows

# %%
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    outputs = np.asarray(outputs, dtype="float64")
    right = outputs[np.asarray(wanted) == 1]  # one number for each row
    return np.mean(np.logaddexp.reduce(outputs, axis=1) - right)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    hits = [bool(truth[row.argmax()]) for row, truth in zip(outputs, wanted)]
    return sum(hits) / len(hits)
