# verdict: full
# why: hidden layers by a starred comprehension and functools.partial, with GELU, which is an activation function too
from functools import partial

import tensorflow as tf

HIDDEN_WIDTHS = (256, 128, 64)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    hidden = partial(tf.keras.layers.Dense, activation="gelu")
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            *(hidden(width) for width in HIDDEN_WIDTHS),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
