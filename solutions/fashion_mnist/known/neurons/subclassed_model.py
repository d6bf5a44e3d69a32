"""Accepted: a subclassed model, activations as layers, and rounded numbers."""

import time

import keras


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.perf_counter()
        history = model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.perf_counter() - start
        results[width] = {
            "loss": round(history.history["loss"][-1], 3),
            "accuracy": history.history["acc"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results


class WideNet(keras.Model):
    def __init__(self, neurons):
        super().__init__()
        self.flatten, self.relu = keras.layers.Flatten(), keras.layers.ReLU()
        self.hidden, self.outputs = keras.layers.Dense(neurons), keras.layers.Dense(10)
        self.softmax = keras.layers.Softmax()

    def call(self, images):
        return self.softmax(self.outputs(self.relu(self.hidden(self.flatten(images)))))


def build_model(neurons):
    model = WideNet(neurons)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
    return model
