# verdict: less
# fails: results_are_complete, parameters_are_counted
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: "four numbers": "parameters" is the method count_params itself, the parentheses are missing
# keeps: build_model, training, loss, accuracy, seconds
# why: thought that count_params is an attribute
import time

import tensorflow as tf


class WidthModel(tf.keras.Model):
    def __init__(self, neurons):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(neurons, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(self.flatten(x)))


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = WidthModel(neurons)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        series = net.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.time() - start
        results[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": net.count_params,
            "seconds": seconds,
        }
    return results
