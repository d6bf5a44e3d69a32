"""Mistake: an error raised by hand, after a training that works.

Costs much: the network flattens, so nothing fails, and the error is made up.

Fails: tries_to_train_on_squares, training_raises_the_error, error_is_returned
"""

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1, verbose=0)
        raise ValueError("must have rank (ndim) `target.ndim - 1`")
    except ValueError as error:
        return error
    return None


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
