# verdict: full
# why: a callback measures the training time from on_train_begin to on_train_end; how to time is left open
import time

import tensorflow as tf
from tensorflow.keras import layers


class TrainingClock(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.started = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.started


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(neurons, activation="relu")(x)
    outputs = layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        clock = TrainingClock()
        net = build_model(width)
        series = net.fit(images, labels, epochs=3, verbose=0, callbacks=[clock]).history
        results[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": clock.seconds,
        }
    return results
