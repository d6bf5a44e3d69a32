# verdict: full
# why: fit runs in a thread pool; the future's exception() is the object that fit raised; the repaired model reads the rows with an LSTM, without Flatten
from concurrent.futures import ThreadPoolExecutor

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(network.fit, images, labels, verbose=0).exception()


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    reader = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.LSTM(64),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    reader.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return reader
