# verdict: less
# breaks: "build_model(neurons) returns a **new** ... model" and "For each width it builds a new model": the cache returns the same, by then trained, model when a number comes a second time
# keeps: layers, optimiser, metric; the first call of compare_widths
# why: had read that lru_cache makes functions faster
import functools
import time

import tensorflow as tf


@functools.lru_cache(maxsize=None)
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        hist = net.fit(images, labels, epochs=3, verbose=0).history
        results[width] = {
            "loss": hist["loss"][-1],
            "accuracy": hist["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return results
