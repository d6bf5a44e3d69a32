# verdict: less
# breaks: loss and accuracy must be those "in the last epoch": it reports the lowest loss and the highest accuracy of the three
# keeps: build_model; keys, parameters, seconds; the numbers whenever the last epoch is the best
# why: thought the best value is the one that counts
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(neurons, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    comparison = {}
    for width in widths:
        m = build_model(width)
        begin = time.perf_counter()
        history = m.fit(images, labels, epochs=3, verbose=0)
        end = time.perf_counter()
        comparison[width] = {
            "loss": min(history.history["loss"]),
            "accuracy": max(history.history["accuracy"]),
            "parameters": m.count_params(),
            "seconds": end - begin,
        }
    return comparison
