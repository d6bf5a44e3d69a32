# verdict: full
# why: no try at all: a small context manager catches the exception and hands over the object; outputs counted with bincount
# %%
import numpy as np
import tensorflow as tf


class Caught:
    """`with Caught() as caught:` keeps the exception of the block in caught.error."""

    error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.error = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = [
        tf.keras.layers.Flatten(name="flat"),
        tf.keras.layers.Dense(64, "relu", name="hidden"),
        tf.keras.layers.Dense(5, "softmax", name="too_few"),
    ]
    small = tf.keras.Sequential(layers, name="five")
    small.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    with Caught() as caught:
        small.fit(images, labels, epochs=2, verbose=2)
    return caught.error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # bincount has one place for every number from 0 to the largest, seen or not
    return len(np.bincount(np.asarray(labels, dtype=np.int64)))
