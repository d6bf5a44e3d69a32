# verdict: less
# breaks: "The arrays belong to the caller: leave images and labels as they are": both are shuffled in place (in the same order)
# keeps: both trainings and the dictionary with its losses
# why: wanted to mix the images first; rng.shuffle changes the array it is given
# %%
import numpy as np
import tensorflow as tf


def scaling_losses(pixels, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    # mix both in the same order, so that each image keeps its label
    np.random.default_rng(0).shuffle(images)
    np.random.default_rng(0).shuffle(labels)
    return {
        "raw": scaling_losses(images, labels),
        "scaled": scaling_losses(images / 255.0, labels),
    }
