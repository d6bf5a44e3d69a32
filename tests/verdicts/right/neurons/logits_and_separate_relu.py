# verdict: full
# why: ReLU is a layer of its own, the output gives logits for a loss with from_logits=True, the history is read from the model and the parameters are summed over the weights
# %%
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(neurons))
    net.add(tf.keras.layers.ReLU())
    net.add(tf.keras.layers.Dense(10))
    net.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for width in widths:
        net = build_model(width)
        before = time.perf_counter()
        net.fit(images, labels, epochs=3, verbose=0)
        after = time.perf_counter()
        losses, shares = net.history.history["loss"], net.history.history["accuracy"]
        table[width] = dict(
            loss=losses[-1],
            accuracy=shares[-1],
            seconds=after - before,
            parameters=int(sum(np.prod(weights.shape) for weights in net.get_weights())),
        )
    return table
