# verdict: full
# why: the time is taken by a callback from the beginning of training to its end, and the parameters come from a formula with the biases in it
# %%
import time

import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    seconds = 0.0

    def on_train_begin(self, logs=None):
        self.begin = time.monotonic()

    def on_train_end(self, logs=None):
        self.seconds = time.monotonic() - self.begin


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    pixels = tf.keras.Input((28, 28))
    flat = tf.keras.layers.Flatten()(pixels)
    hidden = tf.keras.layers.Dense(units=neurons, activation=tf.nn.relu)(flat)
    classes = tf.keras.layers.Dense(units=10, activation=tf.nn.softmax)(hidden)
    one_layer = tf.keras.Model(pixels, classes)
    one_layer.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return one_layer


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""

    def look_at(width):
        watch = Stopwatch()
        history = build_model(width).fit(
            images, labels, epochs=3, callbacks=[watch], verbose=0
        )
        last = {name: series.pop() for name, series in history.history.items()}
        # each neuron: a weight for each pixel and a bias; each output: one for each neuron, a bias
        last["parameters"] = (28 * 28 + 1) * width + (width + 1) * 10
        last["seconds"] = watch.seconds
        return last

    return {width: look_at(width) for width in widths}
