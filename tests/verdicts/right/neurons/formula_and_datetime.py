# verdict: full
# why: computes the number of parameters by a formula from the picture size and measures time with datetime
import datetime
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(inputs)
    hidden = tf.keras.layers.Dense(neurons, activation="relu")(flat)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    network = tf.keras.Model(inputs, outputs)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    pixels = images.shape[1] * images.shape[2]
    table = dict()
    for width in widths:
        network = build_model(width)
        before = datetime.datetime.now()
        history = network.fit(images, labels, epochs=3, verbose=2)
        after = datetime.datetime.now()
        weights_hidden = pixels * width
        biases_hidden = width
        weights_output = width * 10
        biases_output = 10
        table[width] = dict(
            loss=history.history["loss"].pop(),
            accuracy=history.history["accuracy"].pop(),
            parameters=weights_hidden + biases_hidden + weights_output + biases_output,
            seconds=(after - before).total_seconds(),
        )
    return table
