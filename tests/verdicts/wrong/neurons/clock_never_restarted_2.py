# verdict: less
# breaks: "seconds": how long the training of that width took; the clock starts once before the loop, so each number includes all earlier trainings
# keeps: build_model; loss, accuracy, parameters; the seconds of the first width
# why: start = time.time() stands before the loop
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(neurons, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    start = time.time()
    for width in widths:
        model = build_model(width)
        history = model.fit(images, labels, epochs=3, verbose=0).history
        end = time.time()
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": end - start,
        }
    return results
