# verdict: full
# why: first builds the usual ten outputs, then takes the last layer off and puts five in its place before compiling
import numpy as np
import tensorflow as tf


def usual_network_for_five():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    return network


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = usual_network_for_five()
    network.pop()
    network.add(tf.keras.layers.Dense(5, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as problem:
        return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(np.array(labels))) + 1
