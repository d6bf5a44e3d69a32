# verdict: full
# why: the logarithm of the sum of exponentials is a reduction with np.logaddexp, which does not overflow; accuracy reads the one-hot rows at the answers
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    z = np.asarray(outputs, dtype=np.float64)
    log_of_sum = np.logaddexp.reduce(z, axis=1)
    of_right_class = np.einsum("rc,rc->r", z, np.asarray(wanted, dtype=np.float64))
    return (log_of_sum - of_right_class).mean()


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    answers = np.argmax(outputs, axis=1)
    return sum(row[answer] == 1 for row, answer in zip(wanted, answers)) / len(answers)
