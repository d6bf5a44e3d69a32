# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# why: casts back to whole numbers
"""the same new network twice, on other numbers."""

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


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = losses_of_training(images, labels)
    scaled = losses_of_training((images / 255.0).astype("uint8"), labels)
    return {"raw": raw, "scaled": scaled}
