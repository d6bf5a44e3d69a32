# verdict: full
# why: TensorFlow's own cross entropy from logits, on float64, does the stable work; both answers are tensors of the shape ()
# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    z, t = (tf.convert_to_tensor(np.asarray(each, dtype="float64")) for each in (outputs, wanted))
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    same = tf.equal(tf.argmax(outputs, axis=1), tf.argmax(wanted, axis=1))
    return tf.reduce_mean(tf.cast(same, tf.float64))


# %%
rows_wanted = np.eye(10)[[3, 5]]
print(float(accuracy(5 * np.eye(10)[[3, 4]], rows_wanted)))
print(float(cross_entropy(np.zeros((2, 10)), rows_wanted)))
