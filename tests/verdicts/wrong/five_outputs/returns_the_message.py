# verdict: less
# breaks: "It returns the exception ...: the object that you caught, not its text"
# keeps: outputs_needed; the network, the training, and that the exception is caught
# why: wanted to read the message, so it returns str(error)
# %%
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network5 = tf.keras.Sequential()
    network5.add(tf.keras.layers.Flatten())
    network5.add(tf.keras.layers.Dense(64, activation="relu"))
    network5.add(tf.keras.layers.Dense(5, activation="softmax"))
    network5.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network5.fit(images, labels)
    except tf.errors.InvalidArgumentError as error:
        return str(error)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.amax(labels)) + 1
