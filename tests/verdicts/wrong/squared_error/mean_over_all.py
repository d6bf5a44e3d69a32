# verdict: less
# breaks: "Take the **sum over the numbers of an image**, and the **mean over the images** of the batch"
# keeps: squares, a tensor of the shape (), a gradient of the right direction, 0 where all is as wanted
# why: took Keras's mean squared error, which divides by the number of outputs too
import tensorflow as tf


def batch_loss(outputs, wanted):
    per_image = tf.keras.losses.mean_squared_error(wanted, outputs)
    return tf.reduce_mean(per_image)
