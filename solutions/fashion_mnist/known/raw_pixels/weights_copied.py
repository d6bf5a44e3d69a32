"""Mistake: weights copied into the second network.

Fails: both_networks_start_alike
"""

import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = losses_of_training(images, labels)
    scaled = losses_of_training(images / 255.0, labels)
    return {"raw": raw, "scaled": scaled}


def losses_of_training(images, labels, kept=[]):
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, "relu"),
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    if kept:
        model.set_weights([1.01 * weights for weights in kept[0]])
    losses = model.fit(images, labels, epochs=3, verbose=0).history["loss"]
    kept.append(model.get_weights())
    return losses
