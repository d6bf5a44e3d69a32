# verdict: full
# why: one helper for one width and a dictionary comprehension around it
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def result_of_width(width, images, labels):
    """The four numbers of one width."""
    network = build_model(width)
    began = time.perf_counter()
    series = network.fit(images, labels, epochs=3, verbose=0).history
    seconds = time.perf_counter() - began
    last = {name: series[name][-1] for name in ("loss", "accuracy")}
    return {**last, "parameters": network.count_params(), "seconds": seconds}


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: result_of_width(width, images, labels) for width in widths}
