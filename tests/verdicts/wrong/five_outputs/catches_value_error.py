# verdict: less
# fails: error_is_returned
# passes: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "returns the exception that training raises": only ValueError is caught, but TensorFlow raises InvalidArgumentError, which goes through
# keeps: outputs_needed is right
# why: took the except line from the exercise about Flatten
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
