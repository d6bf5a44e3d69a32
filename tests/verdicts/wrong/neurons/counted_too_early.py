# verdict: less
# breaks: compare_widths must return the four numbers: count_params is called before the model knows its input, which raises ValueError
# keeps: build_model
# why: counts the parameters right after building; the Sequential has no Input
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        parameters = network.count_params()
        start = time.time()
        history = network.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": parameters,
            "seconds": seconds,
        }
    return results
