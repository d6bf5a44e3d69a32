# verdict: less
# breaks: "It takes nothing and returns a **new, compiled** Keras model": from the second call on it is the same model, trained already.
# keeps: the first call is all right: layers, activations, loss, accuracy
# why: building takes time, so the student caches the function
import functools

import tensorflow as tf


@functools.lru_cache(maxsize=None)
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
