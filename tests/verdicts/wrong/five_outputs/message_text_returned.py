# verdict: less
# breaks: "the object that you caught, not its text"; returns a string
# keeps: outputs_needed is right; the network fails as it should
# why: printed the message, liked it, and returned str(e)
import numpy as np
import tensorflow as tf


def usual_network_with(outputs: int) -> tf.keras.Model:
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(outputs, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    message = ""
    try:
        usual_network_with(5).fit(images, labels, verbose=0)
    except tf.errors.InvalidArgumentError as e:
        message = str(e)
    return message


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
