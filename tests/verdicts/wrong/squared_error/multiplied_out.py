# verdict: less
# breaks: "Square every difference between the two." and "Where outputs are as wanted the loss is 0, and nowhere else"
# keeps: shape, gradient, sum and mean; right for numbers of the usual size
# why: the student multiplies (a - b)**2 out; in float32 the squares of large numbers lose what matters: outputs [5000.1, 1] and wanted [5000, 1] give 0 in place of 0.01, and other numbers give a loss below 0
# fails: zero_when_right
# passes: one_image_is_right, batch_is_a_mean_over_images, slope_can_be_taken
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    # (a - b)^2 = a^2 - 2ab + b^2
    a_squared = tf.reduce_sum(outputs * outputs, axis=1)
    b_squared = tf.reduce_sum(wanted * wanted, axis=1)
    ab = tf.reduce_sum(outputs * wanted, axis=1)
    return tf.reduce_mean(a_squared - 2 * ab + b_squared)
