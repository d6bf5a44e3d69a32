# verdict: full
# why: a context manager of its own keeps the exception object past the block; reduce(max) over Python ints
from functools import reduce

import tensorflow as tf


class Caught:
    """Swallow one exception and remember it."""

    def __init__(self):
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.error = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = tf.keras.layers
    small = tf.keras.Sequential(
        [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(5, "softmax")]
    )
    small.compile(loss="sparse_categorical_crossentropy")
    with Caught() as caught:
        small.fit(images, labels, verbose=0)
    return caught.error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return reduce(max, map(int, labels), 0) + 1
