# verdict: less
# breaks: "the **mean over the images** of the batch": with k = 1 the squeeze removes the axis of the numbers, and the sum goes over the images.
# keeps: all batches with two or more numbers an image, also a single image; the gradient; the shape ()
# why: the student squeezes the differences in fear of spare axes
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    differences = tf.squeeze(outputs - wanted)
    of_images = tf.reduce_sum(tf.square(differences), axis=-1)
    return tf.reduce_mean(of_images)
