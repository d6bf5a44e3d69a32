# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: "`compare_widths` returns a dictionary": indexes the History object itself, which raises TypeError
# keeps: build_model is right
# why: forgot .history
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
        history = net.fit(images, labels, epochs=3, verbose=0)
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return results
