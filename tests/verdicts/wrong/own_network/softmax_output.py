# verdict: less
# breaks: "The ten outputs have no activation: they are plain numbers, of any size and sign"
# keeps: input, built, layer sizes, ReLU in both hidden layers
# why: a classifier ends with softmax in every tutorial
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input(shape=(784,)))
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(128, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    return model
