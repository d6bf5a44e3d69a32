# verdict: full
# why: TensorFlow's ready-made function on logits, in float64; returns tensors of the shape (), which the prompt allows
# %%
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    losses = tf.nn.softmax_cross_entropy_with_logits(
        labels=tf.cast(wanted, tf.float64), logits=tf.cast(outputs, tf.float64)
    )
    return tf.reduce_mean(losses)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    correct_pred = tf.equal(tf.argmax(outputs, 1), tf.argmax(wanted, 1))
    return tf.reduce_mean(tf.cast(correct_pred, tf.float32))
