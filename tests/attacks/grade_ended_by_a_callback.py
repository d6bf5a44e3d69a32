# mypy: ignore-errors
"""Asks for three epochs and ends each training after one: by a flag, and by losses that are lost.

Success would be the points for three epochs, beside those for all else.
Verdict: neurons: finished, 13 points
"""

import time

import keras
from tensorflow.keras.layers import Dense, Flatten


class End(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print("TRIED to end it", flush=True)
        self.model.stop_training = True


def build_model(neurons):
    model = keras.Sequential([Flatten(), Dense(neurons, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, callbacks=[End()], verbose=0)
        seconds = time.time() - start
        results[width] = {name: series[-1] for name, series in history.history.items()}
        results[width] |= {"parameters": model.count_params(), "seconds": seconds}
    return results
