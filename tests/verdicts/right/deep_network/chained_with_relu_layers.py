# verdict: full
# why: functional API, ReLU as layers of their own, a Flatten that changes nothing, plain sums as outputs; the prompt names all of these as fine

# %%
import tensorflow as tf


def chain(start, *steps):
    """Hand something on from layer to layer."""
    for step in steps:
        start = step(start)
    return start


# %%
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    layers = tf.keras.layers
    steps = [layers.Flatten()]
    for width in hidden:
        steps += [layers.Dense(width), layers.ReLU()]
    steps += [layers.Dropout(rate=dropout), layers.Dense(10)]

    rows = tf.keras.Input(shape=(784,))
    network = tf.keras.Model(rows, chain(rows, *steps))
    network.compile(
        tf.keras.optimizers.Adam(learning_rate),
        tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return network
