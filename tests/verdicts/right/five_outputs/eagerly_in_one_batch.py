# verdict: full
# why: trains eagerly with one big batch and fetches the caught exception through sys.exc_info; it is the object that was caught
import sys

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.models.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    network.add(tf.keras.layers.Dense(5, activation=tf.nn.softmax))
    network.compile(loss="sparse_categorical_crossentropy", run_eagerly=True)
    caught = None
    try:
        network.fit(x=images, y=labels, batch_size=len(images))
    except:
        caught = sys.exc_info()[1]
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return np.int64(np.max(np.asarray(labels, dtype="int64"))) + 1
