"""Reference: sums of squares along the rows, and their mean."""

import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    squares = tf.square(outputs - wanted)
    return tf.reduce_mean(tf.reduce_sum(squares, axis=1))
