# verdict: less
# fails: last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: loss and accuracy must be those "in the last epoch"; index 0 is the first epoch
# keeps: build_model, the keys, parameters and seconds are right
# why: wrong index, took [0] to get a number out of the list
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(neurons, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    out = {}
    for w in widths:
        net = build_model(w)
        t = time.time()
        h = net.fit(images, labels, epochs=3, verbose=0)
        t = time.time() - t
        out[w] = {}
        out[w]["loss"] = h.history["loss"][0]
        out[w]["accuracy"] = h.history["accuracy"][0]
        out[w]["parameters"] = net.count_params()
        out[w]["seconds"] = t
    return out
