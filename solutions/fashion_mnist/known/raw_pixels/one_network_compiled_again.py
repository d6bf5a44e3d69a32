"""Mistake: one network, compiled again.

Fails: both_networks_start_alike
"""

import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = losses_of_training(images, labels)
    scaled = losses_of_training(images / 255.0, labels)
    return {"raw": raw, "scaled": scaled}


def losses_of_training(images, labels, models=[]):
    if not models:
        models.append(
            tf.keras.Sequential(
                [
                    tf.keras.layers.Flatten(),
                    tf.keras.layers.Dense(128, activation="relu"),
                    tf.keras.layers.Dense(10, activation="softmax"),
                ]
            )
        )
        models[0].compile("adam", "sparse_categorical_crossentropy")
    models[0].compile("adam", "sparse_categorical_crossentropy")
    return models[0].fit(images, labels, epochs=3, verbose=0).history["loss"]
