# verdict: less
# breaks: the scaled pixels must "lie between 0 and 1": as int8 the bright pixels, from 128 up, become negative before the division
# keeps: the training on raw pixels, new networks, epochs, dictionary, untouched arrays
# why: pixels are bytes, so the student took int8 for their type
# %%
import numpy as np
import tensorflow as tf


def build_for_scaling():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    pixels = images.astype(np.int8)  # one byte each
    scaled_pixels = pixels / 255.0
    raw = build_for_scaling().fit(images, labels, epochs=3, verbose=0)
    scaled = build_for_scaling().fit(scaled_pixels, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
