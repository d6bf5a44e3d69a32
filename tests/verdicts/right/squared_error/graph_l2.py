# verdict: full
# why: a tf.function around tf.nn.l2_loss (half the sum of squares), doubled and divided by the number of images
import tensorflow as tf


@tf.function
def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    images = tf.cast(tf.shape(wanted)[0], tf.float32)
    return 2.0 * tf.nn.l2_loss(outputs - wanted) / images
