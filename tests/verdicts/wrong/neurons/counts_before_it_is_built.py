# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: compare_widths returns nothing: count_params before fit raises ValueError, as the model has no weights yet
# keeps: build_model is right
# why: wrote the simple number down first; without an input shape Keras builds the weights only in fit
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    lazy = tf.keras.Sequential()
    lazy.add(tf.keras.layers.Flatten())
    lazy.add(tf.keras.layers.Dense(neurons, activation="relu"))
    lazy.add(tf.keras.layers.Dense(10, activation="softmax"))
    lazy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return lazy


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    d = {}
    for width in widths:
        lazy = build_model(width)
        d[width] = {"parameters": lazy.count_params()}
        start = time.time()
        series = lazy.fit(images, labels, epochs=3, verbose=0).history
        d[width]["seconds"] = time.time() - start
        d[width]["loss"] = series["loss"][-1]
        d[width]["accuracy"] = series["accuracy"][-1]
    return d
