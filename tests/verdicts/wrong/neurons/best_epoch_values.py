# verdict: less
# breaks: loss and accuracy are "those of training, in the last epoch": these are the best of the three epochs
# keeps: build_model; the keys, parameters and seconds; equal wherever the last epoch is the best
# why: min and max in place of the last entry
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        results[width] = {
            "loss": min(history.history["loss"]),
            "accuracy": max(history.history["accuracy"]),
            "parameters": model.count_params(),
            "seconds": time.time() - start,
        }
    return results
