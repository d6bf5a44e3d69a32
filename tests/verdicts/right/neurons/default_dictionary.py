# verdict: full
# why: returns a defaultdict, which is a dictionary, filled one number at a time; optimiser, loss and metric are objects, the metric named accuracy
import collections
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    small = tf.keras.Sequential([layers.Flatten()])
    small.add(layers.Dense(neurons, activation="relu"))
    small.add(layers.Dense(10, activation="softmax"))
    small.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return small


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = collections.defaultdict(dict)
    for width in widths:
        small = build_model(width)
        start = time.time()
        history = small.fit(images, labels, epochs=3)
        results[width]["seconds"] = time.time() - start
        results[width]["parameters"] = small.count_params()
        for name in ("loss", "accuracy"):
            results[width][name] = history.history[name][-1]
    return results
