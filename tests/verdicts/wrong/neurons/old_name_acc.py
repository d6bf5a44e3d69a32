# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: `compare_widths` returns a dictionary: it crashes with KeyError 'acc', the series is called 'accuracy'
# keeps: build_model
# why: the name that Keras used years ago
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    return_model = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation=tf.nn.relu),
            tf.keras.layers.Dense(10, activation=tf.nn.softmax),
        ]
    )
    return_model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return return_model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        m = build_model(width)
        start = time.time()
        history = m.fit(images, labels, epochs=3)
        stop = time.time()
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["acc"][-1],
            "parameters": m.count_params(),
            "seconds": stop - start,
        }
    return results
