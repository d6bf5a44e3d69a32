# verdict: less
# breaks: loss and accuracy must be "those of training, in the last epoch, as the history of fit has them": they come from evaluate after the training
# keeps: build_model; keys, parameters, seconds, training
# why: took the final numbers of the finished model for the same thing
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        m = build_model(width)
        start = time.time()
        m.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        loss, accuracy = m.evaluate(images, labels, verbose=0)
        results[width] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": m.count_params(),
            "seconds": seconds,
        }
    return results
