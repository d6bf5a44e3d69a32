# verdict: less
# breaks: "trains it on all the images": validation_split keeps a tenth of them from training
# keeps: build_model; keys, last epoch's training numbers, parameters, seconds
# why: always validates, as good practice demands
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
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    found = {}
    for width in widths:
        net = build_model(width)
        t = time.time()
        fitted = net.fit(images, labels, epochs=3, validation_split=0.1, verbose=0)
        t = time.time() - t
        found[width] = {
            "loss": fitted.history["loss"][-1],
            "accuracy": fitted.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": t,
        }
    return found
