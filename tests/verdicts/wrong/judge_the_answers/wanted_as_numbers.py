# verdict: less
# breaks: accuracy compares whole numbers with one-hot rows: an error of shapes, or nonsense with one row or ten
# keeps: cross_entropy
# why: treated `wanted` like the labels of the introduction, which are whole numbers
# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    logits = tf.constant(outputs, dtype=tf.float64)
    logs = tf.reduce_logsumexp(logits, axis=1) - tf.reduce_sum(logits * wanted.astype(float), axis=1)
    return tf.reduce_mean(logs)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return np.mean(np.argmax(outputs, axis=1) == wanted)
