# verdict: less
# breaks: "Take the **sum over the numbers of an image**, and the **mean over the images** of the batch"
# keeps: all batches with rows of two numbers or more
# why: squeezes the differences; with k = 1 the axis of the numbers is gone, so it sums over the images and takes no mean: [[1.], [3.]] against zeros gives 10, not 5
import tensorflow as tf


def batch_loss(outputs, wanted):
    errors = tf.squeeze(outputs - wanted)
    per_image = tf.reduce_sum(errors * errors, axis=-1)
    return tf.reduce_mean(per_image)
