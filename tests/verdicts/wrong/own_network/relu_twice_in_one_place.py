# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**": both ReLU layers stand behind the first hidden layer, the second hidden layer has none.
# keeps: built, widths, biases, number of weights, plain outputs, ReLU of the first hidden layer
# why: lines in the wrong order
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    network = tf.keras.Sequential()
    network.add(tf.keras.Input(shape=(784,)))
    network.add(tf.keras.layers.Dense(256))
    network.add(tf.keras.layers.ReLU())
    network.add(tf.keras.layers.ReLU())
    network.add(tf.keras.layers.Dense(128))
    network.add(tf.keras.layers.Dense(10))
    return network
