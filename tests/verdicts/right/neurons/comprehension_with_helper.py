# verdict: full
# why: compact, a dict comprehension over a helper that trains one width and uses the dictionary that zip makes
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, "relu"),
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def _outcome(width, images, labels):
    model = build_model(width)
    start = time.perf_counter()
    series = model.fit(images, labels, epochs=3, verbose=0).history
    seconds = time.perf_counter() - start
    last = {name: series[name][-1] for name in ("loss", "accuracy")}
    return last | {"parameters": model.count_params(), "seconds": seconds}


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: _outcome(width, images, labels) for width in widths}
