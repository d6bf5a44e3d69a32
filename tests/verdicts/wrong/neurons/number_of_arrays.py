# verdict: less
# fails: parameters_are_counted
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, seconds_are_measured, wider_model_fits_better
# breaks: "parameters" must be how many weights and biases there are in all; len(get_weights()) is the number of arrays, always 4
# keeps: build_model, keys, loss, accuracy and seconds are right
# why: took the length of the list of arrays for the number of weights
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return model


def train_width(width, images, labels):
    model = build_model(width)
    start = time.time()
    history = model.fit(images, labels, epochs=3)
    end = time.time()
    information = {}
    information["loss"] = history.history["loss"][-1]
    information["accuracy"] = history.history["accuracy"][-1]
    information["parameters"] = len(model.get_weights())
    information["seconds"] = end - start
    return information


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    comparison = {}
    for width in widths:
        comparison[width] = train_width(width, images, labels)
    return comparison
