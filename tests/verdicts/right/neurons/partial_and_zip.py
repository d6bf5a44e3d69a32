# verdict: full
# why: everything is built by comprehensions, zip and partial; models are made first and trained afterwards, each in its own call of fit
import functools
import operator
import time

import tensorflow as tf

Dense = tf.keras.layers.Dense


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.layers.Input((28, 28))
    outputs = functools.reduce(
        lambda x, layer: layer(x),
        [tf.keras.layers.Flatten(), Dense(neurons, "relu"), Dense(10, "softmax")],
        inputs,
    )
    net = tf.keras.models.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    last = operator.itemgetter(-1)
    names = ("loss", "accuracy", "parameters", "seconds")
    models = [build_model(width) for width in widths]

    def numbers(net):
        learn = functools.partial(net.fit, images, labels, verbose=0)
        start = time.time_ns()
        series = learn(epochs=3).history
        seconds = (time.time_ns() - start) / 1e9
        return last(series["loss"]), last(series["accuracy"]), net.count_params(), seconds

    return {width: dict(zip(names, numbers(net))) for width, net in zip(widths, models)}
