# verdict: full
# why: contextlib.ExitStack with a push'ed function catches the error; set arithmetic for the number of outputs
import contextlib

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    basket = []

    def keep(kind, error, trace):
        if error is not None:
            basket.append(error)
        return True

    with contextlib.ExitStack() as stack:
        stack.push(keep)
        net = tf.keras.Sequential(
            [tf.keras.layers.Flatten(), tf.keras.layers.Dense(64, "relu"), tf.keras.layers.Dense(5, "softmax")]
        )
        net.compile("nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        net.fit(images, labels, verbose=2)
    return basket.pop()


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return np.max(np.asarray(labels, dtype=np.int64)) + 1
