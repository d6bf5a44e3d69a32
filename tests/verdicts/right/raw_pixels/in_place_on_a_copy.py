# verdict: full
# why: divides in place, but on a float copy, so the caller's array stays as it is; an inner function trains
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    copied = np.array(images, dtype="float64")  # np.array makes a copy
    copied /= 255

    def train(pixels):
        tf.keras.utils.set_random_seed(1)
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return list(network.fit(pixels, labels, epochs=3).history["loss"])

    scaled = train(copied)
    raw = train(images)
    return {"raw": raw, "scaled": scaled}
