# verdict: full
# why: counts with bincount, whose result has one place for each class up to the highest, missing ones too; a full batch still means all images
import sys

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5),
        tf.keras.layers.Softmax(),
    ]
    network = tf.keras.Sequential(layers)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, batch_size=len(images), verbose=0)
    except Exception:
        return sys.exc_info()[1]


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(np.asarray(labels).astype("int64")))
