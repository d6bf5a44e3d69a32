# verdict: full
# why: trains eagerly to get a shorter message, with softmax as a layer of its own at the end; the error is still the one that training raises
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64),
        tf.keras.layers.ReLU(),
        tf.keras.layers.Dense(5),
        tf.keras.layers.Softmax(),
    ]
    network = tf.keras.Sequential(layers)
    # graph mode adds a page of node names, eager mode does not
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", run_eagerly=True
    )
    try:
        network.fit(images, labels, verbose=0)
    except tf.errors.OpError as complaint:
        return complaint


def outputs_needed(labels):
    return int(np.max(labels)) + 1
