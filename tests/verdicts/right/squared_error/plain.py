# verdict: full
# why: the plainest solution: square, sum over the row, mean over the images
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    squares = tf.square(outputs - wanted)
    return tf.reduce_mean(tf.reduce_sum(squares, axis=1))
