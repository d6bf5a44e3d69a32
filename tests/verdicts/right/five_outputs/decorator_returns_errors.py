# verdict: full
# why: a decorator makes the function return what it raises; the def line is kept, the body just trains
import functools

import numpy as np
import tensorflow as tf


def returning_what_it_raises(function):
    @functools.wraps(function)
    def inner(*arguments, **options):
        try:
            function(*arguments, **options)
        except Exception as exception:
            return exception

    return inner


@returning_what_it_raises
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential()
    for layer in (
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(64),
        tf.keras.layers.Activation("relu"),
        tf.keras.layers.Dense(5),
        tf.keras.layers.Activation("softmax"),
    ):
        network.add(layer)
    network.compile(loss="sparse_categorical_crossentropy")
    network.fit(images, labels, 64)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(np.asarray(labels, dtype=np.int64)))
