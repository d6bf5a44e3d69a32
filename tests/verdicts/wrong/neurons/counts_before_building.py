# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: compare_widths must return a dictionary; count_params is called before fit on a model without input shape, which raises ValueError
# keeps: build_model is right
# why: order of lines, asked for the parameters before the model had any
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    small = tf.keras.Sequential()
    small.add(tf.keras.layers.Flatten())
    small.add(tf.keras.layers.Dense(neurons, activation="relu"))
    small.add(tf.keras.layers.Dense(10, activation="softmax"))
    small.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return small


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        small = build_model(width)
        parameters = small.count_params()
        print("width", width, "has", parameters, "parameters")
        start = time.time()
        history = small.fit(images, labels, epochs=3)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": parameters,
            "seconds": seconds,
        }
    return results
