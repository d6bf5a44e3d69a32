# verdict: less
# fails: last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "those of training, in the last epoch": it returns those of the first epoch
# keeps: build_model; parameters, seconds, keys
# why: index 0 where -1 was meant
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        begin = time.time()
        history = network.fit(images, labels, epochs=3, verbose=0)
        end = time.time()
        results[width] = {
            "loss": history.history["loss"][0],
            "accuracy": history.history["accuracy"][0],
            "parameters": network.count_params(),
            "seconds": end - begin,
        }
    return results
