# verdict: less
# fails: last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: loss and accuracy must be those "in the last epoch"; index 0 is the first
# keeps: build_model is right; keys, parameters and seconds are right
# why: took the first entry of the list
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for n in widths:
        model = build_model(n)
        before = time.perf_counter()
        history = model.fit(images, labels, epochs=3, verbose=0).history
        after = time.perf_counter()
        results[n] = {
            "loss": history["loss"][0],
            "accuracy": history["accuracy"][0],
            "parameters": model.count_params(),
            "seconds": after - before,
        }
    return results
