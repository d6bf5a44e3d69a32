# verdict: full
# why: functional model; the answer is searched for upwards with itertools.count, which is the definition of the smallest number
import itertools

import numpy as np
import tensorflow as tf


def five_network():
    inputs = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Flatten()(inputs)
    hidden = tf.keras.layers.Dense(64, activation="relu")(hidden)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(hidden)
    network = tf.keras.Model(inputs, outputs)
    network.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    return network


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = five_network()
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error
    raise AssertionError("training with five outputs did not fail")


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    labels = np.asarray(labels, dtype=int)
    return next(count for count in itertools.count(1) if (labels < count).all())
