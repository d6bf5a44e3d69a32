# verdict: less
# fails: results_are_complete
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# why: text
"""one builder, called anew for each width."""

import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
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
        start = time.perf_counter()
        history = model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.perf_counter() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": f"{history.history['accuracy'][-1]:.1%}",
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
