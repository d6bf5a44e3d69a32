# verdict: less
# breaks: "`\"seconds\"`: how long its training took": the clock starts before the loop, so each later width includes the trainings before it.
# keeps: build_model, keys, loss, accuracy, parameters, and the seconds of the first width
# why: the student put the start of the clock above the loop
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = {}
    begin = time.time()
    for width in widths:
        network = build_model(width)
        history = network.fit(images, labels, epochs=3, verbose=0)
        table[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": time.time() - begin,
        }
    return table
