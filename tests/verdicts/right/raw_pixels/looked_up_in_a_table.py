# verdict: full
# why: scales without a division: a table with 256 values from 0 to 1, indexed by the whole-number pixels; softmax as a layer of its own
# %%
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    brightness = np.linspace(0.0, 1.0, 256, dtype="float32")
    versions = {"raw": images, "scaled": brightness[images]}
    losses = {}
    for name, pixels in versions.items():
        tf.keras.utils.set_random_seed(7)
        network = tf.keras.models.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128),
                tf.keras.layers.ReLU(),
                tf.keras.layers.Dense(10),
                tf.keras.layers.Softmax(),
            ]
        )
        network.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        losses[name] = network.fit(pixels, labels, epochs=3).history["loss"]
    return losses
