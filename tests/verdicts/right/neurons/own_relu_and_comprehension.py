# verdict: full
# why: ReLU is the student's own function given as activation, and a dict comprehension with a helper builds the table; all that the prompt asks is there
import time

import tensorflow as tf


def rectified(x):
    return tf.keras.ops.maximum(x, 0.0)


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    net = tf.keras.Sequential(name="single_hidden")
    for part in (
        layers.Input(shape=(28, 28)),
        layers.Flatten(),
        layers.Dense(units=neurons, activation=rectified),
        layers.Dense(units=10, activation=tf.nn.softmax),
    ):
        net.add(part)
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""

    def outcome(width):
        net = build_model(width)
        start = time.time()
        series = net.fit(x=images, y=labels, epochs=3, verbose=2).history
        seconds = time.time() - start
        return {
            **{name: series[name][-1] for name in ("loss", "accuracy")},
            "parameters": net.count_params(),
            "seconds": seconds,
        }

    return {width: outcome(width) for width in widths}
