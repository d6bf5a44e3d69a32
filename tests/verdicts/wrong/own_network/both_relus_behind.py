# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**: without one, three layers could do no more than one"
# keeps: sizes, weights and biases, two ReLU layers, plain outputs, built
# why: one loop adds the two Dense layers and another one the two ReLU layers, so both stand behind the second hidden layer and the first has none
import tensorflow as tf


def build_network():
    network = tf.keras.Sequential()
    network.add(tf.keras.Input(shape=(784,)))
    for width in (256, 128):
        network.add(tf.keras.layers.Dense(width))
    for _ in range(2):
        network.add(tf.keras.layers.ReLU())
    network.add(tf.keras.layers.Dense(10))
    return network
