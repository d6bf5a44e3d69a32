# verdict: full
# why: a context manager of its own catches the exception, the network is built by the functional API, and the largest label is found by reduce; all left open
from functools import reduce

import tensorflow as tf


class Trap:
    """Catches what is raised inside of the with block."""

    def __init__(self):
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.caught = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    entry = tf.keras.Input(images.shape[1:])
    flat = tf.keras.layers.Flatten()(entry)
    hidden = tf.keras.layers.Dense(64, activation="relu")(flat)
    five = tf.keras.layers.Dense(5, activation="softmax")(hidden)
    network = tf.keras.Model(entry, five)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    with Trap() as trap:
        network.fit(images, labels, verbose=0)
    return trap.caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + reduce(max, (int(label) for label in labels))
