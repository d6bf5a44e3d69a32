# verdict: full
# why: a typed helper builds the network for any number of outputs; catches exactly the error class that TensorFlow raises
from typing import Sequence

import numpy as np
import tensorflow as tf

HIDDEN_NEURONS: int = 64


def make_classifier(outputs: int) -> tf.keras.Model:
    """The usual network, with a chosen number of outputs, compiled."""
    layers = tf.keras.layers
    network = tf.keras.Sequential()
    network.add(layers.Flatten())
    network.add(layers.Dense(HIDDEN_NEURONS, activation="relu"))
    network.add(layers.Dense(outputs, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def largest_label(labels: Sequence[int]) -> int:
    return int(np.asarray(labels).max())


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = make_classifier(outputs=5)
    try:
        network.fit(images, labels, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # classes are counted from 0, hence the + 1
    return largest_label(labels) + 1
