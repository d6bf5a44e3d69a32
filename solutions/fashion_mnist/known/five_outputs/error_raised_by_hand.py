"""Mistake: raised by hand.

Fails: labels_are_left_alone, training_raises_the_error, error_is_returned
"""

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels % 5, epochs=1, verbose=0)
        raise tf.errors.InvalidArgumentError(
            None, None, "Received a label value of 9 which is outside the valid range of [0, 5)."
        )
    except tf.errors.InvalidArgumentError as error:
        return error
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
