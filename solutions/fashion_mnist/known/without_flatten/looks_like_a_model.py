"""Mistake: an object that only looks like a model.

Fails: repaired_model_has_ten_outputs, repaired_model_learns
"""

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error
    return None


class Repaired:
    fit = lambda *_, **__: {"loss": [0.1] * 3}


def build_repaired_model():
    return Repaired()
