# verdict: full
# why: compare_widths calls itself for the rest of the list and joins dictionaries with |
from time import perf_counter

import numpy as np
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    tf.keras.backend.clear_session()
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(neurons, "relu", kernel_initializer="he_uniform"),
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    net.compile(loss="sparse_categorical_crossentropy", optimizer="Adam", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    if len(widths) == 0:
        return {}
    width, rest = widths[0], widths[1:]
    net = build_model(width)
    started = perf_counter()
    series = net.fit(images, labels, epochs=3, batch_size=64, verbose=2).history
    seconds = perf_counter() - started
    entry = {
        "loss": series["loss"][-1],
        "accuracy": series["accuracy"][-1],
        "parameters": sum(np.prod(w.shape, dtype=int) for w in net.get_weights()),
        "seconds": seconds,
    }
    return {width: entry} | compare_widths(rest, images, labels)
