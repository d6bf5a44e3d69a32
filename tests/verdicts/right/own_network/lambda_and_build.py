# verdict: full
# why: ReLU is a function of the student's own (maximum with 0), layers are added in a loop and the model is built by build.
# %%
import tensorflow as tf

HIDDEN_SIZES = [256, 128]


def bend(x):
    return tf.maximum(x, 0.0)


# %%
def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    net = tf.keras.Sequential(name="by_hand")
    for size in HIDDEN_SIZES:
        net.add(tf.keras.layers.Dense(size, activation=bend))
    net.add(tf.keras.layers.Dense(10, activation="linear"))
    net.build((None, 784))
    return net
