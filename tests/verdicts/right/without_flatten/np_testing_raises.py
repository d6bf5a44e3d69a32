# verdict: full
# why: np.testing.assert_raises as a context catches the exception, and its .exception is that very object; repaired with Reshape
import numpy as np
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    with np.testing.assert_raises(ValueError) as caught:
        square.fit(images, labels, epochs=1, verbose=0)
    return caught.exception


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Reshape((784,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
