# verdict: full
# why: catches with unittest's assertRaises, whose `exception` is the very object that fit raised; functional network with softmax as a layer of its own
# %%
import unittest

import tensorflow as tf


def five_network(outputs=5):
    pixels = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(pixels)
    x = tf.keras.layers.Dense(64)(x)
    x = tf.keras.layers.ReLU()(x)
    x = tf.keras.layers.Dense(outputs)(x)
    return tf.keras.Model(pixels, tf.keras.layers.Softmax()(x))


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = five_network()
    network.compile(optimizer="sgd", loss=tf.keras.losses.sparse_categorical_crossentropy)
    with unittest.TestCase().assertRaises(Exception) as caught:
        network.fit(images, labels, epochs=1, verbose=0)
    return caught.exception


# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + max(map(int, labels))


assert outputs_needed([0, 1, 1, 0]) == 2
