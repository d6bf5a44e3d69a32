# verdict: less
# breaks: '"parameters": how many weights and biases the model has in all': the biases (one for each neuron) are missing from the sum
# keeps: build_model; loss, accuracy, seconds, keys
# why: calculated the number of connections by hand and forgot the biases
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.models.Sequential(
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
    comparison = {}
    for width in widths:
        network = build_model(width)
        started = time.perf_counter()
        series = network.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.perf_counter() - started
        comparison[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": 28 * 28 * width + width * 10,
            "seconds": seconds,
        }
    return comparison
