# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "trains it on all the images": validation_split=0.2 keeps a fifth of them back
# keeps: build_model; keys, parameters, seconds and the kind of the numbers
# why: an assistant adds validation_split as "best practice"
import time
from typing import Dict, List

import numpy as np
import tensorflow as tf


def build_model(neurons: int) -> tf.keras.Model:
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model_w = tf.keras.Sequential(
        [
            tf.keras.layers.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model_w.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model_w


def compare_widths(widths: List[int], images: np.ndarray, labels: np.ndarray) -> Dict[int, Dict[str, float]]:
    """Train a new model of each width; return what became of each, by width."""
    results: Dict[int, Dict[str, float]] = {}
    for width in widths:
        model_w = build_model(width)
        start_time = time.perf_counter()
        history = model_w.fit(images, labels, epochs=3, validation_split=0.2, verbose=0)
        elapsed = time.perf_counter() - start_time
        results[width] = {
            "loss": float(history.history["loss"][-1]),
            "accuracy": float(history.history["accuracy"][-1]),
            "parameters": int(model_w.count_params()),
            "seconds": elapsed,
        }
    return results
