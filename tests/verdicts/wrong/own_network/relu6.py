# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**": relu6 cuts everything above 6.
# keeps: built, three layers with their widths and biases, plain outputs, right answers while no neuron is above 6
# why: the student picked relu6 from the list of activations, a newer ReLU as it seemed
# fails: hidden_layers_bend
# passes: layers_have_the_widths, outputs_are_plain, takes_rows
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    return tf.keras.Sequential(
        [
            tf.keras.Input((784,)),
            tf.keras.layers.Dense(256, activation="relu6"),
            tf.keras.layers.Dense(128, activation="relu6"),
            tf.keras.layers.Dense(10),
        ]
    )
