"""Mistake: made-up losses.

Costs much: nothing is trained.

Fails: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes,
    both_networks_start_alike, losses_are_reported, none_is_left_out, raw_pixels_are_harder
"""

import tensorflow as tf


def losses_of_training(images, labels):
    """Train a new network for three epochs; return its loss in each."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(images, labels, epochs=3, verbose=0)
    return history.history["loss"]


def compare_scaling(*_):
    return {"raw": [9.2, 3.1, 2.0], "scaled": [1.1, 0.7, 0.6]}
