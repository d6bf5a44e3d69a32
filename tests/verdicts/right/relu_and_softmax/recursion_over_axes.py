# verdict: full
# why: softmax calls itself for each part until a single row is left, moved so that its largest value is 0; relu is made by TensorFlow and returns a tensor
import math

import numpy as np
import tensorflow as tf


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return tf.where(values > 0, values, tf.zeros_like(values))


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    if values.ndim > 1:
        return np.array([softmax(part) for part in values])
    top = max(values.tolist())
    powers = [math.exp(value - top) for value in values.tolist()]
    total = math.fsum(powers)
    return np.array([power / total for power in powers])
