# verdict: less
# breaks: "trains it on all the images": validation_split=0.2 keeps the last fifth out of the training
# keeps: build_model; the shape of the result, parameters, seconds, last-epoch numbers (of the other four fifths)
# why: used to validating in every fit
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model_n = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model_n.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model_n


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model_n = build_model(width)
        start = time.time()
        h = model_n.fit(images, labels, epochs=3, validation_split=0.2, verbose=0).history
        results[width] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "parameters": model_n.count_params(),
            "seconds": time.time() - start,
        }
    return results
