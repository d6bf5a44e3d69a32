# verdict: full
# why: the diagonal of d times d transposed holds each image's sum of squares, so the trace is the sum over all images; TensorFlow's own operations
import tensorflow as tf


def batch_loss(outputs, wanted):
    d = outputs - wanted
    each_with_each = tf.matmul(d, d, transpose_b=True)  # (b, b)
    images = tf.cast(tf.shape(d)[0], d.dtype)
    return tf.linalg.trace(each_with_each) / images
