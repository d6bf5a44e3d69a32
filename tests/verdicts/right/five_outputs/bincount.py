# verdict: full
# why: catches exactly InvalidArgumentError; the length of bincount is the largest label plus one, gaps included
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Input(shape=(28, 28)))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    network.add(tf.keras.layers.Dense(5, activation=tf.nn.softmax))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    try:
        network.fit(images, labels, epochs=1)
    except tf.errors.InvalidArgumentError as problem:
        return problem
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(labels))
