# verdict: less
# breaks: "compare_widths returns a dictionary. Its keys are the widths themselves": the dictionary lives outside the function, so a second call also returns the widths of the first
# keeps: build_model; everything of the first call
# why: defined the dictionary at the top of the cell in order to look at it afterwards
import time

import tensorflow as tf

all_results = {}


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
    for width in widths:
        net = build_model(width)
        start = time.time()
        training = net.fit(images, labels, epochs=3, verbose=0)
        all_results[width] = {
            "seconds": time.time() - start,
            "loss": training.history["loss"][-1],
            "accuracy": training.history["accuracy"][-1],
            "parameters": net.count_params(),
        }
    return all_results
