# verdict: full
# why: unittest's assertRaises catches the exception; its .exception is the very object that fit raised
import unittest

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(units=64, activation="relu"),
            tf.keras.layers.Dense(units=5, activation="softmax"),
        ]
    )
    model.compile(loss=tf.keras.losses.sparse_categorical_crossentropy, optimizer="sgd")
    with unittest.TestCase().assertRaises(Exception) as caught:
        model.fit(images, labels, verbose=0)
    return caught.exception


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(range(np.max(np.asarray(labels, dtype=int)) + 1))
