# verdict: less
# breaks: build_model returns a "new" model, compare_widths "builds a new model" for each width: the cache gives the trained one again on the second call with a width
# keeps: right on the first call with each width
# why: building felt slow, and lru_cache was a nice trick from the Python course
import functools
import time

import tensorflow as tf


@functools.lru_cache(maxsize=None)
def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.perf_counter()
        history = model.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.perf_counter() - start
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
