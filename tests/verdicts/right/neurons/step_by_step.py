# verdict: full
# why: a beginner's literal translation of the prompt, one statement for each sentence
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
        history = model.fit(images, labels, epochs=3)
        end = time.time()
        results[width] = {}
        results[width]["loss"] = history.history["loss"][-1]
        results[width]["accuracy"] = history.history["accuracy"][-1]
        results[width]["parameters"] = model.count_params()
        results[width]["seconds"] = end - start
    return results
