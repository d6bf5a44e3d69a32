# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**"
# keeps: sizes, biases, plain outputs, built; the same as ReLU as long as no hidden number is above 6
# why: has read that relu6 is the modern ReLU
# %%
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    return tf.keras.Sequential(
        [
            tf.keras.Input(shape=(784,)),
            tf.keras.layers.Dense(256, activation=tf.nn.relu6),
            tf.keras.layers.Dense(128, activation=tf.nn.relu6),
            tf.keras.layers.Dense(10),
        ]
    )
