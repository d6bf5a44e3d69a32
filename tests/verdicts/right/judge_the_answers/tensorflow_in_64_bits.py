# verdict: full
# why: TensorFlow's own cross entropy of logits, in float64; a tensor of the shape () is allowed as an answer
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    logits = tf.convert_to_tensor(np.asarray(outputs, np.float64))
    one_hots = tf.convert_to_tensor(np.asarray(wanted, np.float64))
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=one_hots, logits=logits))


def accuracy(outputs, wanted):
    same = tf.equal(tf.argmax(outputs, axis=-1), tf.argmax(wanted, axis=-1))
    return tf.reduce_mean(tf.cast(same, tf.float64))
