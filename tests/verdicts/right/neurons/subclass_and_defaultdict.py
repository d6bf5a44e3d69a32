# verdict: full
# why: a subclassed model (no list of layers), results in a defaultdict (which is a dictionary), time in nanoseconds turned to seconds, recursion over the widths
import time
from collections import defaultdict

import tensorflow as tf


class OneHiddenLayer(tf.keras.Model):
    def __init__(self, neurons, **kwargs):
        super().__init__(**kwargs)
        self.flat = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(neurons, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, images):
        return self.classes(self.hidden(self.flat(images)))


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = OneHiddenLayer(neurons)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    if len(widths) == 0:
        return defaultdict(dict)
    *others, width = widths
    results = compare_widths(others, images, labels)
    network = build_model(width)
    start = time.perf_counter_ns()
    past = network.fit(images, labels, epochs=3, verbose=0)
    results[width]["seconds"] = (time.perf_counter_ns() - start) / 1e9
    for name in past.history:
        results[width][name] = past.history[name][-1]
    results[width]["parameters"] = network.count_params()
    return results
