# verdict: less
# breaks: "Square every difference"; "errors of opposite signs must not cancel each other"
# keeps: a scalar that the tape can follow; 0 where outputs are as wanted; the mean over the images
# why: sum and square in the wrong order
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    error_of_image = tf.reduce_sum(outputs - wanted, axis=1)
    return tf.reduce_mean(error_of_image**2)
