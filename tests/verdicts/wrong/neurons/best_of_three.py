# verdict: less
# breaks: "those of training, in the last epoch": takes the lowest loss and the highest accuracy of the three epochs
# keeps: build_model; keys, parameters, seconds; the same numbers whenever the last epoch is the best
# why: thought that the best epoch counts
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for width in widths:
        m = build_model(width)
        begin = time.time()
        log = m.fit(images, labels, epochs=3, verbose=0)
        end = time.time()
        table[width] = dict(
            loss=min(log.history["loss"]),
            accuracy=max(log.history["accuracy"]),
            parameters=m.count_params(),
            seconds=end - begin,
        )
    return table
