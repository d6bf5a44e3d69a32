# verdict: full
# why: fit runs in a worker thread and the future hands over the exception object that it caught
import itertools
from concurrent.futures import ThreadPoolExecutor

import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""

    def training():
        net = tf.keras.Sequential()
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
        net.add(tf.keras.layers.Dense(5, activation=tf.nn.softmax))
        net.compile("adam", "sparse_categorical_crossentropy")
        net.fit(images, labels, verbose=0)

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(training).exception()


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return next(n for n in itertools.count(1) if all(label < n for label in labels))
