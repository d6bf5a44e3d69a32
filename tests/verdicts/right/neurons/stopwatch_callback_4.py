# verdict: full
# why: a callback takes the time and the last epoch's logs; the width's row is made from the callback
import time

import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.began = time.perf_counter()
        self.row = {}

    def on_epoch_end(self, epoch, logs=None):
        self.row.update(loss=float(logs["loss"]), accuracy=float(logs["accuracy"]))

    def on_train_end(self, logs=None):
        self.row["seconds"] = time.perf_counter() - self.began
        self.row["parameters"] = self.model.count_params()


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    rows = {}
    for width in widths:
        watch = Stopwatch()
        build_model(width).fit(images, labels, epochs=3, verbose=0, callbacks=[watch])
        rows[width] = watch.row
    return rows
