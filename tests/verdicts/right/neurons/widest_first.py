# verdict: full
# why: trains a sorted copy of the list, widest first, with batches of 64; order of a dictionary and batch size are free, and all images are used
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    net = tf.keras.Sequential(
        [
            layers.Flatten(),
            layers.Dense(neurons),
            layers.ReLU(),
            layers.Dense(10),
            layers.Softmax(),
        ]
    )
    net.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in sorted(widths, reverse=True):
        net = build_model(width)
        start = time.monotonic()
        record = net.fit(images, labels, batch_size=64, epochs=3, verbose=0)
        results[width] = {"seconds": time.monotonic() - start}
        results[width]["loss"] = record.history["loss"][-1]
        results[width]["accuracy"] = record.history["accuracy"][-1]
        results[width]["parameters"] = sum(layer.count_params() for layer in net.layers)
    return results
