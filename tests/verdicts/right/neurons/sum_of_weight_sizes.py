# verdict: full
# why: counts the parameters as the sum of the sizes of the weight arrays; a context manager takes the time
import time
from contextlib import contextmanager

import tensorflow as tf


@contextmanager
def stopwatch(into):
    begin = time.perf_counter()
    try:
        yield
    finally:
        into["seconds"] = time.perf_counter() - begin


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for width in widths:
        row = table[width] = {}
        model = build_model(width)
        with stopwatch(row):
            history = model.fit(images, labels, epochs=3, verbose=0)
        row["parameters"] = sum(array.size for array in model.get_weights())
        for name in ("loss", "accuracy"):
            row[name] = history.history[name][-1]
    return table
