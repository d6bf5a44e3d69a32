# verdict: less
# breaks: loss and accuracy must be "those of training, in the last epoch, as the history of fit has them": these come from evaluate after training
# keeps: build_model, keys, parameters, seconds, one fit of three epochs
# why: evaluate is handier than the history
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(neurons, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    for w in widths:
        m = build_model(w)
        t0 = time.perf_counter()
        m.fit(images, labels, epochs=3, verbose=0)
        t1 = time.perf_counter()
        loss, accuracy = m.evaluate(images, labels, verbose=0)
        table[w] = {"loss": loss, "accuracy": accuracy, "parameters": m.count_params(), "seconds": t1 - t0}
    return table
