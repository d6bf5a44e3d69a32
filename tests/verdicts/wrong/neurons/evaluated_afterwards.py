# verdict: less
# breaks: loss and accuracy must be those of training in the last epoch "as the history of `fit` has them": these come from evaluate after the training
# keeps: build_model; keys, parameters and seconds
# why: the student measures the finished model instead of reading the history
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.perf_counter()
        model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.perf_counter() - start
        loss, accuracy = model.evaluate(images, labels, verbose=0)
        results[width] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
