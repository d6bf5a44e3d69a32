# verdict: full
# why: chains the layers with reduce in the functional API, ReLU as layers of their own, logits with from_logits=True
from functools import reduce

import tensorflow as tf


def chain_of(hidden, dropout):
    for width in hidden:
        yield tf.keras.layers.Dense(width)
        yield tf.keras.layers.ReLU()
    yield tf.keras.layers.Dropout(dropout)
    yield tf.keras.layers.Dense(10)


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    row = tf.keras.Input((784,))
    sums = reduce(lambda numbers, layer: layer(numbers), chain_of(hidden, dropout), row)
    network = tf.keras.Model(row, sums, name="tutorial")
    network.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
    )
    return network
