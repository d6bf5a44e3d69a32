# verdict: full
# why: functional model with raw values and a loss that expects them; counts parameters from the arrays of weights; times in nanoseconds
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(neurons, activation=tf.nn.relu)(x)
    outputs = tf.keras.layers.Dense(10)(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for width in widths:
        network = build_model(width)
        before = time.perf_counter_ns()
        history = network.fit(x=images, y=labels, epochs=3, verbose=0).history
        after = time.perf_counter_ns()
        table[width] = {
            "loss": history["loss"].pop(),
            "accuracy": history["accuracy"].pop(),
            "parameters": int(sum(np.size(array) for array in network.get_weights())),
            "seconds": (after - before) / 1e9,
        }
    return table
