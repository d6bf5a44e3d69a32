# verdict: full
# why: tf.nn.log_softmax, which is safe for large outputs, and an einsum with the one-hot rows; accuracy asks whether the right output is the row's maximum
# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    logs = tf.nn.log_softmax(np.asarray(outputs, dtype="float64"), axis=-1).numpy()
    return -np.einsum("rc,rc->r", logs, wanted.astype("float64")).mean()


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    of_right_class = outputs[wanted.astype(bool)]
    return (of_right_class == outputs.max(axis=1)).mean()
