# verdict: full
# why: a helper measures one width, a dict comprehension calls it for all; the loop variable carries the key unchanged
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential()
    network.add(tf.keras.Input(shape=(28, 28)))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(units=neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(units=10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def measure_width(width, images, labels):
    network = build_model(width)
    before = time.perf_counter()
    series = network.fit(images, labels, epochs=3, verbose=0).history
    elapsed = time.perf_counter() - before
    return dict(
        loss=series["loss"][-1],
        accuracy=series["accuracy"][-1],
        parameters=network.count_params(),
        seconds=elapsed,
    )


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: measure_width(width, images, labels) for width in widths}
