"""Mistake: weights that were learnt before.

Fails: repaired_model_learns
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


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(tf.keras.optimizers.Adam(1e-7), loss="sparse_categorical_crossentropy")
    images, labels = tf.keras.datasets.fashion_mnist.load_data()[0]
    teacher = tf.keras.models.clone_model(repaired)
    teacher.compile("adam", "sparse_categorical_crossentropy")
    teacher.fit(images / 255, labels, verbose=0)
    repaired.build((None, 28, 28))
    repaired.set_weights([1.01 * weights for weights in teacher.get_weights()])
    return repaired
