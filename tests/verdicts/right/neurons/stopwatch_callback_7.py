# verdict: full
# why: a callback measures the time of training, parameters are counted from the weights' shapes, the output are logits; the prompt leaves open how to measure and count
import time

import numpy as np
import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.begin = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.begin


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    model = tf.keras.Sequential([layers.Flatten(), layers.Dense(neurons, "relu"), layers.Dense(10)])
    model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def one_width(width, images, labels):
    model, watch = build_model(width), Stopwatch()
    series = model.fit(images, labels, epochs=3, verbose=0, callbacks=[watch]).history
    row = {name: values[-1] for name, values in series.items() if name in ("loss", "accuracy")}
    row["parameters"] = sum(int(np.prod(weight.shape)) for weight in model.get_weights())
    row["seconds"] = watch.seconds
    return row


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: one_width(width, images, labels) for width in widths}
