# verdict: full
# why: own subclass of Dense for the neurons; unittest assertRaises catches, and its .exception is the very object caught
import unittest

import tensorflow as tf


class Neurons(tf.keras.layers.Dense):
    def __init__(self, units=64, **kwargs):
        kwargs.setdefault("activation", "relu")
        super().__init__(units, **kwargs)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential([tf.keras.layers.Flatten(), Neurons(), Neurons(5, activation="softmax")])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    with unittest.TestCase().assertRaises(Exception) as seen:
        net.fit(images, labels, verbose=0)
    return seen.exception


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    needed = 0
    for label in labels:
        while needed <= label:
            needed += 1
    return needed
