# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "in one call of `fit` with `epochs=3`": three calls with one epoch each
# keeps: build_model; the dictionary is complete and plausible
# why: used to writing the epoch loop himself
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        for epoch in range(3):
            history = net.fit(images, labels, epochs=1, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return results
