# verdict: less
# breaks: compare_widths must return the dictionary; count_params on a model that has not seen data yet raises ValueError
# keeps: build_model is right
# why: asks for the number of parameters right after building, and there is no Input layer
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
        parameters = model.count_params()
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": parameters,
            "seconds": seconds,
        }
    return results
