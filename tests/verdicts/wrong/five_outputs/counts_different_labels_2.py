# verdict: less
# breaks: labels come "in any order; some classes may be missing": np.unique gives the classes, but their number is returned, so missing classes are not counted
# keeps: error_with_five_outputs is right; outputs_needed is right where no class is missing
# why: number of different labels taken for the number of outputs
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(tf.keras.layers.Flatten()(inputs))
    net = tf.keras.Model(inputs, tf.keras.layers.Dense(5, activation="softmax")(hidden))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.unique(labels).size)
