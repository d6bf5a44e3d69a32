# verdict: less
# breaks: compare_widths must train a model for each width; the shared Adam object belongs to the first model, so training the second raises
# keeps: build_model's layers, loss and metric; compare_widths of a single width in a fresh notebook
# why: made the optimiser once, at the top, like a constant
import time

import tensorflow as tf

ADAM = tf.keras.optimizers.Adam()
EPOCHS = 3


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer=ADAM, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def train_and_time(network, images, labels):
    start = time.perf_counter()
    history = network.fit(images, labels, epochs=EPOCHS, verbose=0)
    return history.history, time.perf_counter() - start


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        series, seconds = train_and_time(network, images, labels)
        results[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": seconds,
        }
    return results
