# verdict: full
# why: functional model whose layers are chained by functools.reduce; tanh in both hidden layers
from functools import reduce

import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input((28, 28), name="pixels")
    chain = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="tanh"),
        tf.keras.layers.Dense(256, activation="tanh"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
    outputs = reduce(lambda tensor, layer: layer(tensor), chain, inputs)
    network = tf.keras.Model(inputs=inputs, outputs=outputs)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return network
