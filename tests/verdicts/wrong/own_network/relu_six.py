# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**"
# keeps: widths, biases, plain outputs, built; the same outputs as with ReLU as long as no hidden neuron gets above 6
# why: read that relu6 is the ReLU of modern networks, which keeps neurons from running away
import tensorflow as tf


def build_network():
    # relu6 is a relu that cannot explode
    return tf.keras.Sequential(
        [
            tf.keras.Input(shape=(784,)),
            tf.keras.layers.Dense(256, activation=tf.nn.relu6),
            tf.keras.layers.Dense(128, activation=tf.nn.relu6),
            tf.keras.layers.Dense(10),
        ]
    )
