# verdict: full
# why: functools.reduce chains the layers, activations are layers of their own, weights begin as in the tutorial (truncated normal, biases 0.1): "what the weights begin with is up to you"
from functools import reduce

import tensorflow as tf

layers = tf.keras.layers


def tutorial_dense(units):
    return layers.Dense(
        units,
        kernel_initializer=tf.keras.initializers.TruncatedNormal(stddev=0.05),
        bias_initializer=tf.keras.initializers.Constant(0.1),
    )


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    chain = []
    for width in hidden:
        chain += [tutorial_dense(width), layers.Activation("relu")]
    chain += [layers.Dropout(dropout), tutorial_dense(10), layers.Activation("softmax")]
    rows = tf.keras.Input(shape=(784,))
    model = tf.keras.Model(rows, reduce(lambda numbers, layer: layer(numbers), chain, rows))
    optimizer = tf.keras.optimizers.Adam(learning_rate=learning_rate)
    model.compile(optimizer=optimizer, loss=tf.keras.losses.SparseCategoricalCrossentropy())
    return model
