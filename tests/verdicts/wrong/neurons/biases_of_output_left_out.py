# verdict: less
# breaks: "parameters: how many weights and biases the model has in all": the ten biases of the output layer are missing from the formula
# keeps: build_model; keys, loss, accuracy, seconds
# why: derived the formula by hand and thought only hidden neurons have a bias
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
    answer = {}
    for width in widths:
        network = build_model(width)
        start = time.time()
        history = network.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        weights = 784 * width + width * 10
        biases = width
        answer[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": weights + biases,
            "seconds": seconds,
        }
    return answer
