# verdict: less
# breaks: '"seconds": how long its training took': the clock starts once, before the loop, so each width gets the time of all trainings so far
# keeps: build_model; loss, accuracy, parameters; the seconds of the first width, nearly
# why: start = time.time() is above the for
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(neurons, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    outcome = {}
    start = time.perf_counter()
    for n in widths:
        net = build_model(n)
        h = net.fit(images, labels, epochs=3, verbose=0).history
        outcome[n] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.perf_counter() - start,
        }
    return outcome
