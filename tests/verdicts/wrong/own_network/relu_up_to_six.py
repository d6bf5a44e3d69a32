# verdict: less
# breaks: "Both hidden layers have the activation **ReLU**"
# keeps: sizes, weights and biases, plain outputs, built; the same outputs as with ReLU while no hidden number is above 6
# why: took relu6 from a list of activations, which cuts off at 6
# fails: hidden_layers_bend
# passes: layers_have_the_widths, outputs_are_plain, takes_rows
import tensorflow as tf


def build_network():
    return tf.keras.Sequential(
        [
            tf.keras.Input((784,)),
            tf.keras.layers.Dense(256, activation="relu6"),
            tf.keras.layers.Dense(128, activation="relu6"),
            tf.keras.layers.Dense(10),
        ]
    )
