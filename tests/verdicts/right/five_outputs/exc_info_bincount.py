# verdict: full
# why: old Python habit sys.exc_info()[1], which is the caught object; np.bincount has exactly max + 1 entries, missing classes included
import sys

import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    tf.keras.backend.clear_session()
    layers = tf.keras.layers
    network = tf.keras.models.Sequential(
        [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(5, "softmax")]
    )
    network.compile("adam", "sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except:  # noqa: E722
        return sys.exc_info()[1]
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    counts = np.bincount(np.asarray(labels, dtype=np.int64))
    return len(counts)
