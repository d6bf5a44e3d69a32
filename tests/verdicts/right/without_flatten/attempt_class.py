# verdict: full
# why: a small class with __call__ collects the exception of fit; repaired model is an averaged ensemble of two parts, compiled as one
import tensorflow as tf


class Attempt:
    """Calls something and keeps what it raised."""

    def __init__(self, action):
        self.action, self.error = action, None

    def __call__(self, *args, **kwargs):
        try:
            self.action(*args, **kwargs)
        except Exception as error:
            self.error = error
        return self


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.InputLayer(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", run_eagerly=True)
    return Attempt(net.fit)(images, labels, verbose=0).error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(inputs)
    parts = [
        tf.keras.layers.Dense(10, activation="softmax")(tf.keras.layers.Dense(n, activation="relu")(row))
        for n in (64, 32)
    ]
    net = tf.keras.Model(inputs, tf.keras.layers.average(parts))
    net.compile(optimizer="nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
