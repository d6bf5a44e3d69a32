# verdict: full
# why: no try at all: a context manager's __exit__ keeps the exception and swallows it; outputs counted by itertools
import itertools

import tensorflow as tf


class Keep:
    """Keeps the exception that its block raises."""

    exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, exception, trace):
        self.exception = exception
        return True


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    with Keep() as kept:
        network = tf.keras.models.Sequential()
        network.add(tf.keras.layers.Flatten())
        network.add(tf.keras.layers.Dense(64, "relu"))
        network.add(tf.keras.layers.Dense(5, "softmax"))
        network.compile("adam", "sparse_categorical_crossentropy")
        network.fit(images, labels)
    return kept.exception


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    present = set(int(label) for label in labels)
    largest = max(present)
    return next(count for count in itertools.count(1) if count > largest)
