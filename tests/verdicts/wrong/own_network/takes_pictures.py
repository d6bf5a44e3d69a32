# verdict: less
# breaks: "It takes rows of 784 numbers": it takes pictures of 28 by 28 and flattens them itself
# keeps: built, layer sizes, ReLU in both hidden layers, plain outputs
# why: the student copies the Flatten of the usual first tutorial
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
