# verdict: full
# why: a callback measures from the start of training to its end, and a helper fills a comprehension; numbers are those of the last epoch
import time

import tensorflow as tf


class TrainingTimer(tf.keras.callbacks.Callback):
    """Measures how long a training takes."""

    def on_train_begin(self, logs=None):
        self.began = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.began


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(name=f"hidden_{neurons}")
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def result_of_width(width, images, labels):
    """Train one width and return its four numbers."""
    network = build_model(width)
    timer = TrainingTimer()
    history = network.fit(images, labels, epochs=3, callbacks=[timer], verbose=0)
    numbers = {name: history.history[name][2] for name in ("loss", "accuracy")}
    numbers["parameters"] = network.count_params()
    numbers["seconds"] = timer.seconds
    return numbers


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: result_of_width(width, images, labels) for width in widths}
