# verdict: less
# breaks: "Its keys are the widths themselves": the keys are texts such as "128 neurons"
# keeps: build_model; the four numbers of each width are right
# why: wanted readable keys for a plot
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
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
        start = time.time()
        history = network.fit(images, labels, epochs=3, verbose=0)
        results[f"{width} neurons"] = {
            "seconds": time.time() - start,
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": network.count_params(),
        }
    return results
