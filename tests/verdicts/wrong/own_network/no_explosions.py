# verdict: less
# breaks: "The ten outputs have **no activation**: they are plain numbers, of any size and sign."
# keeps: sizes, biases, ReLU in both hidden layers, built; outputs between -10 and 10 are plain
# why: the student cuts the outputs at -10 and 10 so that the squared error cannot explode
# fails: outputs_are_plain
# passes: layers_have_the_widths, hidden_layers_bend, takes_rows
# %%
import tensorflow as tf


def not_too_far(outputs):
    # wanted are 0 and 1, so ten is more than enough
    return tf.clip_by_value(outputs, -10.0, 10.0)


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation=not_too_far),
        ]
    )
    network.build((None, 784))
    return network
