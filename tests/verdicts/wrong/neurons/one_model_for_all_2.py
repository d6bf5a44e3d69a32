# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete
# breaks: "For each width it builds a new model": one model, of the first width, is trained again and again
# keeps: build_model; for the first width all numbers
# why: the line stands above the loop instead of in it
import time

import keras
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(neurons, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    m = build_model(widths[0])
    results_by_width = {}
    for width in widths:
        t = time.time()
        fit_result = m.fit(images, labels, epochs=3, verbose=0)
        results_by_width[width] = {
            "loss": fit_result.history["loss"][-1],
            "accuracy": fit_result.history["accuracy"][-1],
            "parameters": m.count_params(),
            "seconds": time.time() - t,
        }
    return results_by_width
