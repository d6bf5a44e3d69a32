# verdict: less
# breaks: "Where outputs are as wanted the loss is 0, and nowhere else: errors of opposite signs must not cancel each other."
# keeps: TensorFlow's operations, a single number, the mean over the images
# why: sums the differences of an image first and squares the sum
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    per_image = tf.square(tf.reduce_sum(outputs - wanted, axis=1))
    return tf.reduce_mean(per_image)
