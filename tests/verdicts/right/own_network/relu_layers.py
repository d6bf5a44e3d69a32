# verdict: full
# why: functional API; ReLU as layers of their own behind plain Dense layers (the same function, and they learn nothing), and "linear" written out for the outputs, which is no activation
# %%
import tensorflow as tf

L = tf.keras.layers


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    row = signal = tf.keras.Input(shape=(784,), name="row")
    for size in (256, 128):
        signal = L.Dense(size)(signal)
        signal = L.ReLU()(signal)
    return tf.keras.Model(row, L.Dense(10, activation="linear")(signal))
