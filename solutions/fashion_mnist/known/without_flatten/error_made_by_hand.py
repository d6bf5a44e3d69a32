"""Mistake: an error made by hand.

Costs much: nothing is trained, and the error is made up.

Fails: tries_to_train_on_squares, training_raises_the_error, error_is_returned
"""

import tensorflow as tf


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return repaired


def error_without_flatten(images, labels):
    return ValueError(
        "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: "
        "target.shape=(None,), output.shape=(None, 28, 10)"
    )
