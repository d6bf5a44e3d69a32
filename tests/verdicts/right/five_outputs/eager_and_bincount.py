# verdict: full
# why: runs eagerly for a shorter traceback, and counts bins for the number of outputs; both satisfy the prompt
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    small = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, "relu"),
            tf.keras.layers.Dense(5, "softmax"),
        ]
    )
    small.compile(
        optimizer=tf.keras.optimizers.SGD(0.01),
        loss="sparse_categorical_crossentropy",
        run_eagerly=True,
    )
    try:
        small.fit(images, labels, verbose=0)
    except Exception as problem:
        return problem
    raise AssertionError("five outputs were enough?")


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.bincount(np.asarray(labels, dtype=np.int64)).size)
