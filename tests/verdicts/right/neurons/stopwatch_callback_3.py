# verdict: full
# why: fit gets everything by position (images, labels, 32, 3, 0), a callback takes the time and the last logs; epochs is 3 all the same
import time

import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.started = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.latest = dict(logs)

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.started


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, "relu"),
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for width in widths:
        network, watch = build_model(width), Stopwatch()
        network.fit(images, labels, 32, 3, 0, [watch])
        table[width] = {
            "loss": float(watch.latest["loss"]),
            "accuracy": float(watch.latest["accuracy"]),
            "parameters": network.count_params(),
            "seconds": watch.seconds,
        }
    return table
