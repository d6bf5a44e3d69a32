# verdict: full
# why: tf.nn.l2_loss is half the sum of all squares, so twice that over the number of images is the loss; a helper is compiled with tf.function, which tapes follow too
import tensorflow as tf


@tf.function(reduce_retracing=True)
def mean_square_length(rows):
    return 2.0 * tf.nn.l2_loss(rows) / tf.cast(tf.shape(rows)[0], rows.dtype)


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    return mean_square_length(tf.subtract(outputs, wanted))
