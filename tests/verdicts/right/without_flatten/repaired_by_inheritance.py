# verdict: full
# why: both networks are classes: the repaired one inherits from the failing one and reshapes before it; no Flatten layer anywhere
import sys

import tensorflow as tf


class SquareNetwork(tf.keras.Model):
    """Two dense layers that see the images as they come."""

    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, values):
        return self.classes(self.hidden(values))


class FlatNetwork(SquareNetwork):
    def call(self, images):
        return super().call(tf.reshape(images, [-1, 28 * 28]))


def compile_usual(network):
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        compile_usual(SquareNetwork()).fit(images, labels, verbose=0)
    except Exception:
        return sys.exc_info()[1]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return compile_usual(FlatNetwork())
