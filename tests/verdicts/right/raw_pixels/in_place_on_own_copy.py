# verdict: full
# why: divides in place, but on a copy that np.array made, so the caller's array is untouched
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled_images = np.array(images, dtype="float32")  # a copy, as floats
    scaled_images /= 255
    losses = {}

    model_raw = tf.keras.models.Sequential()
    model_raw.add(tf.keras.layers.Flatten())
    model_raw.add(tf.keras.layers.Dense(128, activation="relu"))
    model_raw.add(tf.keras.layers.Dense(10, activation="softmax"))
    model_raw.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history_raw = model_raw.fit(images, labels, epochs=3)
    losses["raw"] = history_raw.history["loss"]

    model_scaled = tf.keras.models.Sequential()
    model_scaled.add(tf.keras.layers.Flatten())
    model_scaled.add(tf.keras.layers.Dense(128, activation="relu"))
    model_scaled.add(tf.keras.layers.Dense(10, activation="softmax"))
    model_scaled.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history_scaled = model_scaled.fit(scaled_images, labels, epochs=3)
    losses["scaled"] = history_scaled.history["loss"]

    return losses
