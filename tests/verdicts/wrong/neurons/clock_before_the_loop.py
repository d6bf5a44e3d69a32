# verdict: less
# fails: seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, wider_model_fits_better
# breaks: "seconds": how long its training took; the clock starts once before the loop, so later widths get the time of all trainings so far
# keeps: build_model, keys, loss, accuracy and parameters are right; seconds of the first width nearly so
# why: start = time.time() in the wrong place
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.models.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(units=neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(units=10, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"], optimizer="adam")
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    start = time.time()
    for width in widths:
        network = build_model(width)
        history = network.fit(images, labels, epochs=3, verbose=2)
        seconds = time.time() - start
        loss = history.history["loss"][-1]
        accuracy = history.history["accuracy"][-1]
        parameters = network.count_params()
        results[width] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": parameters,
            "seconds": seconds,
        }
    return results
