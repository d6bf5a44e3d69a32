# verdict: full
# why: a callback takes the time from on_train_begin to on_train_end; parameters are counted by hand from the weight arrays
import time

import numpy as np
import tensorflow as tf


class TrainingClock(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seconds = 0.0

    def on_train_begin(self, logs=None):
        self.began = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.began


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    image = tf.keras.Input((28, 28))
    flat = tf.keras.layers.Flatten()(image)
    hidden = tf.keras.layers.Dense(neurons, activation="relu")(flat)
    answer = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    net = tf.keras.Model(image, answer)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for n in widths:
        net, clock = build_model(n), TrainingClock()
        h = net.fit(images, labels, epochs=3, callbacks=[clock], verbose=0)
        table[n] = {
            "loss": h.history["loss"][2],
            "accuracy": h.history["accuracy"][2],
            "parameters": int(sum(np.prod(w.shape) for w in net.get_weights())),
            "seconds": clock.seconds,
        }
    return table
