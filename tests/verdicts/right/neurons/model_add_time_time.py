# verdict: full
# why: plain old style: model.add, input_shape=, time.time(), a loop that fills a dictionary
import time

import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = Sequential()
    model.add(Flatten(input_shape=(28, 28)))
    model.add(Dense(neurons, activation="relu"))
    model.add(Dense(10, activation="softmax"))
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        m = build_model(width)
        start = time.time()
        hist = m.fit(images, labels, epochs=3)
        end = time.time()
        results[width] = {}
        results[width]["loss"] = hist.history["loss"][-1]
        results[width]["accuracy"] = hist.history["accuracy"][-1]
        results[width]["parameters"] = m.count_params()
        results[width]["seconds"] = end - start
    return results
