# verdict: less
# breaks: "those of training, in the last epoch, as the history of `fit` has them": it takes the lowest loss and the highest accuracy of any epoch.
# keeps: build_model, keys, parameters, seconds; the numbers too where training got better in each epoch
# why: the student thinks that the last epoch is always the best and takes min and max
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        start = time.perf_counter()
        series = network.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.perf_counter() - start
        results[width] = {
            "loss": min(series["loss"]),
            "accuracy": max(series["accuracy"]),
            "parameters": network.count_params(),
            "seconds": seconds,
        }
    return results
