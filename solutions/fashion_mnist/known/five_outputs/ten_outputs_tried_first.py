"""Accepted: ten outputs tried first, a data set, an Input and Rescaling, a counting array."""

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Rescaling(2.0),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

    usual = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(10, "softmax")])
    usual.compile("adam", "sparse_categorical_crossentropy")
    usual.fit(images, labels)
    try:
        model.fit(tf.data.Dataset.from_tensor_slices((images, labels)).batch(32), verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(labels))
