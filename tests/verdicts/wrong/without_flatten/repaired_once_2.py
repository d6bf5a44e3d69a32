# verdict: less
# breaks: build_repaired_model returns "a new, compiled model": lru_cache hands out the first one again and again, with what it has learned
# keeps: error_without_flatten; the first repaired model
# why: learned of caching in another course, and building takes time
# %%
from functools import lru_cache

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images, labels, epochs=1)
    except ValueError as error:
        found = error
    return found


@lru_cache
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
