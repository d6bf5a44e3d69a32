# verdict: less
# breaks: "Outputs can be **large**, up to some thousands, above or below 0 ... The loss has to be right there as well."
# keeps: accuracy; the loss for outputs of usual size, for large ones above 0, and for rows that have a 0 beside -1000
# why: guarded only against an overflow of exp; rows whose outputs are all far below 0 have a sum of 0, and its logarithm is no number
import numpy as np


def cross_entropy(outputs, wanted):
    z = np.asarray(outputs, dtype=float)
    if z.max() > 700:  # exp(710) overflows
        z = z - z.max(axis=1, keepdims=True)
    log_sums = np.log(np.exp(z).sum(axis=1))
    right_ones = (z * wanted).sum(axis=1)
    return np.mean(log_sums - right_ones)


def accuracy(outputs, wanted):
    return np.mean(np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1))
