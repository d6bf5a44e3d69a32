# verdict: full
# why: the repaired network is a Conv1D over rows with max pooling over the rows and no Flatten; assertRaises of unittest catches
from unittest import TestCase

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    with TestCase().assertRaises(Exception) as context:
        net = tf.keras.Sequential()
        net.add(tf.keras.layers.Dense(64))
        net.add(tf.keras.layers.ReLU())
        net.add(tf.keras.layers.Dense(10))
        net.add(tf.keras.layers.Softmax())
        net.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy")
        net.fit(x=images, y=labels, batch_size=64, verbose=0)
    return context.exception


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    layers = tf.keras.layers
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            layers.Conv1D(64, 5, activation="relu"),
            layers.MaxPooling1D(2),
            layers.Conv1D(64, 5, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(0.002),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net
