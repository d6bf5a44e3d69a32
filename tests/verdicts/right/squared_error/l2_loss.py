# verdict: full
# why: tf.nn.l2_loss is half of the sum of all squares; doubled and divided by the number of images it is the mean of the images' sums
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    image_count = tf.cast(tf.shape(outputs)[0], tf.float32)
    return 2.0 * tf.nn.l2_loss(tf.subtract(outputs, wanted)) / image_count
