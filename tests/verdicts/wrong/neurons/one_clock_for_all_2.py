# verdict: less
# breaks: "seconds: how long its training took": the clock starts once before the loop, so every width but the first is charged for those before it
# keeps: build_model; keys, loss, accuracy, parameters; the seconds of a single width
# why: put the start of the clock above the loop
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
    start = time.time()
    for width in widths:
        network = build_model(width)
        history = network.fit(images, labels, epochs=3, verbose=0).history
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": time.time() - start,
        }
    return results
