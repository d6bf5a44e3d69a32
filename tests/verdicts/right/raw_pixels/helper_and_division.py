# verdict: full
# why: the straight way with one helper; images / 255.0 makes a new array, so the caller's stays
import tensorflow as tf
from tensorflow import keras


def _losses_of_training(pixels, labels):
    fresh = keras.Sequential(
        [
            keras.layers.Flatten(input_shape=(28, 28)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    fresh.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return fresh.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": _losses_of_training(images, labels),
        "scaled": _losses_of_training(images / 255.0, labels),
    }
