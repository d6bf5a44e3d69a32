# verdict: full
# why: keeps the exception in a variable of an outer scope through a nested function; the highest label is found with TensorFlow on int64 numbers
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    seen = None

    def attempt():
        nonlocal seen
        net = tf.keras.models.Sequential()
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(64, tf.nn.relu))
        net.add(tf.keras.layers.Dense(5, tf.nn.softmax))
        net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        try:
            net.fit(images, labels, batch_size=100)
        except tf.errors.InvalidArgumentError as problem:
            seen = problem

    attempt()
    return seen


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = tf.reduce_max(np.asarray(labels, dtype="int64"))
    return int(highest) + 1
