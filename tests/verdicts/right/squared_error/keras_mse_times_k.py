# verdict: full
# why: Keras's MeanSquaredError is the mean over all numbers; times k it is the sum over an image, mean over images
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    k = wanted.shape[1]
    mean_over_everything = tf.keras.losses.MeanSquaredError()(wanted, outputs)
    return mean_over_everything * k
