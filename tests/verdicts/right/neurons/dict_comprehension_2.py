# verdict: full
# why: nested dict comprehension with a helper; dict union joins the last values of the history with the other two
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(inputs)
    hidden = tf.keras.layers.Dense(neurons, activation="relu")(flat)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    network = tf.keras.Model(inputs, outputs)
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def _train_one_width(width, images, labels):
    network = build_model(width)
    begin = time.perf_counter()
    series = network.fit(images, labels, epochs=3, verbose=0).history
    end = time.perf_counter()
    last = {name: float(series[name][-1]) for name in ("loss", "accuracy")}
    return last | {"parameters": int(network.count_params()), "seconds": end - begin}


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: _train_one_width(width, images, labels) for width in widths}
