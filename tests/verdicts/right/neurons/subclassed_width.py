# verdict: full
# why: build_model returns a subclassed model with the three layers the prompt names; parameters are counted after fit has built it
import time

import tensorflow as tf


class OneHidden(tf.keras.Model):
    def __init__(self, neurons):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(neurons, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, inputs):
        return self.out(self.hidden(self.flatten(inputs)))


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = OneHidden(neurons)
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = dict()
    for w in widths:
        m = build_model(w)
        t0 = time.time()
        h = m.fit(images, labels, epochs=3, verbose=0)
        t1 = time.time()
        results[w] = dict(
            loss=h.history["loss"][2],
            accuracy=h.history["accuracy"][2],
            parameters=m.count_params(),
            seconds=t1 - t0,
        )
    return results
