"""Accepted: both networks trained, a plot, a reshape that repairs."""

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
    import sys

    import matplotlib.pyplot as plt

    plt.imshow(images[0])
    plt.show()
    build_repaired_model().fit(images, labels)
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        print(error)
        return sys.exc_info()[1]
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Rescaling(2.0),
            tf.keras.layers.Reshape((784,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return repaired
