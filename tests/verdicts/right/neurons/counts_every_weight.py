# verdict: full
# why: counts the parameters by multiplying the sizes of each weight array in nested loops instead of count_params
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    flat = tf.keras.layers.Flatten()
    hidden = tf.keras.layers.Dense(neurons, activation="relu")
    output = tf.keras.layers.Dense(10, activation="softmax")
    net = tf.keras.Sequential([flat, hidden, output])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


def count_all_numbers(net):
    total = 0
    for array in net.get_weights():
        product = 1
        for size in array.shape:
            product = product * size
        total = total + product
    return int(total)


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    everything = {}
    for w in widths:
        net = build_model(w)
        t0 = time.perf_counter()
        history = net.fit(images, labels, epochs=3, verbose=0)
        t1 = time.perf_counter()
        one = {}
        one["loss"] = history.history["loss"][-1]
        one["accuracy"] = history.history["accuracy"][-1]
        one["parameters"] = count_all_numbers(net)
        one["seconds"] = t1 - t0
        everything[w] = one
    return everything
