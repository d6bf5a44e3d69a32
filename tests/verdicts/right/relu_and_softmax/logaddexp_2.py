# verdict: full
# why: ReLU as half of v + |v|, softmax as exp of v minus the logarithm of the sum, by logaddexp.reduce; same numbers, no maximum subtracted
import numpy as np


def relu(values):
    # above 0 this is 2v / 2, below it is 0 / 2
    return (values + np.abs(values)) / 2


def softmax(values):
    # log(exp(a) + exp(b)) without overflow, along the whole row
    log_of_sum = np.logaddexp.reduce(values, axis=-1, keepdims=True)
    return np.exp(values - log_of_sum)
