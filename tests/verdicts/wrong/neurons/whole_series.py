# verdict: less
# fails: results_are_complete, last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew, parameters_are_counted, seconds_are_measured
# breaks: "four numbers", loss and accuracy "in the last epoch": gives the lists of all three epochs
# keeps: build_model; keys, parameters and seconds
# why: forgot [-1]
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    candidate = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    candidate.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return candidate


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    summary = {}
    for width in widths:
        candidate = build_model(width)
        began = time.perf_counter()
        history = candidate.fit(images, labels, epochs=3, verbose=0)
        seconds = time.perf_counter() - began
        summary[width] = {
            "loss": history.history["loss"],
            "accuracy": history.history["accuracy"],
            "parameters": candidate.count_params(),
            "seconds": seconds,
        }
    return summary
