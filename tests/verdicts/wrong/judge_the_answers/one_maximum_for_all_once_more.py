# verdict: less
# breaks: "Outputs can be **large**, up to some thousands, above or below 0 ... The loss has to be right there as well"
# keeps: accuracy; the loss of single rows, and of batches whose rows are alike in size
# why: subtracts the largest output of the whole batch, not of each row; if one row is near 1000 and another near -1000, the other's exponentials are all 0 and the loss is -inf
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    outputs = outputs.astype("float64")
    shifted = outputs - np.max(outputs)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    at_right_class = np.sum(shifted * wanted, axis=1)
    return np.mean(log_sums - at_right_class)


def accuracy(outputs, wanted):
    return np.mean(np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1))
