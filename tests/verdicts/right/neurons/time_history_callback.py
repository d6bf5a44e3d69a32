# verdict: full
# why: takes the time with a callback between on_train_begin and on_train_end, the classic answer of the forums
import time

import keras
import tensorflow as tf


class TrainingClock(keras.callbacks.Callback):
    """Knows after training how many seconds it took."""

    def on_train_begin(self, logs=None):
        self.began = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.began


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model_of_width = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(neurons, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ],
        name=f"width_{neurons}",
    )
    model_of_width.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model_of_width


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    comparison = {}
    for width in widths:
        clock = TrainingClock()
        candidate = build_model(width)
        candidate.fit(images, labels, epochs=3, verbose=0, callbacks=[clock])
        comparison[width] = {
            "loss": candidate.history.history["loss"][-1],
            "accuracy": candidate.history.history["accuracy"][-1],
            "parameters": candidate.count_params(),
            "seconds": clock.seconds,
        }
    return comparison
