# verdict: less
# breaks: "in one call of fit with epochs=3": calls fit three times with one epoch
# keeps: build_model; keys; the four numbers; the models learn
# why: wanted to watch every epoch in a loop
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
        net = build_model(width)
        start = time.time()
        for _ in range(3):
            history = net.fit(images, labels, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return results
