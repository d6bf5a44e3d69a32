# verdict: full
# why: a context-manager class keeps the exception; what is returned is still the object that training raised
import numpy as np
import tensorflow as tf


class Catch:
    """`with Catch() as caught:` keeps what was raised in `caught.error`."""

    def __enter__(self):
        self.error = None
        return self

    def __exit__(self, kind, error, traceback):
        self.error = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, "relu"),
            tf.keras.layers.Dense(5, "softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy")
    with Catch() as caught:
        net.fit(images, labels, verbose=0)
    return caught.error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.unique(labels)[-1]) + 1
