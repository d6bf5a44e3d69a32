# verdict: less
# breaks: "Take the sum over the numbers of an image": takes the mean over them as well, so the loss is k times too small
# keeps: scalar, 0 where outputs are as wanted, no cancelling, a gradient in the right direction
# why: the student knows "mean squared error" and takes it for this loss
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    return tf.reduce_mean(tf.square(wanted - outputs))
