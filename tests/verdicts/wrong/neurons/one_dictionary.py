# verdict: less
# breaks: "each value is again a dictionary, with four numbers about the model of that width": the same inner dictionary is filled again and again, so every width shows the last width's numbers
# keeps: build_model; keys; right for a single width
# why: made the inner dictionary once, before the loop
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    numbers = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        run = net.fit(images, labels, epochs=3, verbose=0)
        numbers["seconds"] = time.time() - start
        numbers["loss"] = run.history["loss"][-1]
        numbers["accuracy"] = run.history["accuracy"][-1]
        numbers["parameters"] = net.count_params()
        results[width] = numbers
    return results
