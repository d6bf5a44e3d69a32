# verdict: full
# why: takes the length of each difference and squares it; TensorFlow's slope of a root is 0 where nothing follows from it, so that the tape gives 0 for an image that is as wanted
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    lengths = tf.norm(outputs - wanted, axis=1)  # Pythagoras: root of the sum of squares
    return tf.reduce_mean(lengths**2)
