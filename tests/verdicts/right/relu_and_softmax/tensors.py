# verdict: full
# why: elementary TensorFlow operations and tensors as results, which the prompt allows ("or a tensor"); no ready-made relu or softmax
import tensorflow as tf


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    values = tf.convert_to_tensor(values)
    return tf.maximum(values, tf.zeros_like(values))


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    values = tf.convert_to_tensor(values)
    highest = tf.reduce_max(values, axis=-1, keepdims=True)
    powers = tf.exp(values - highest)
    return powers / tf.reduce_sum(powers, axis=-1, keepdims=True)
