# verdict: full
# why: functional API by functools.reduce; ReLU and softmax are layers of their own, there is a Flatten in front, and
#      weights begin as in the tutorial (truncated normal, biases 0.1). All of that the prompt allows in its last point.
# %%
from functools import reduce

import tensorflow as tf

BEGIN = {
    "kernel_initializer": tf.keras.initializers.TruncatedNormal(stddev=0.1, seed=11),
    "bias_initializer": tf.keras.initializers.Constant(0.1),
}


def hidden_block(numbers, width):
    return tf.keras.layers.ReLU()(tf.keras.layers.Dense(int(width), **BEGIN)(numbers))


# %%
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    rows = tf.keras.Input(shape=(784,))
    deep = reduce(hidden_block, hidden, tf.keras.layers.Flatten()(rows))
    sums = tf.keras.layers.Dense(10, **BEGIN)(tf.keras.layers.Dropout(dropout)(deep))
    network = tf.keras.Model(rows, tf.keras.layers.Softmax()(sums))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=False),
        metrics=["accuracy"],
    )
    return network
