# verdict: less
# breaks: compare_widths returns a dictionary whose "keys are the widths themselves": the dictionary lives outside the function, so a second call returns the widths of the first one too
# keeps: build_model; the first call; the numbers of the widths asked for
# why: made the dictionary in the cell, to look at it later
# %%
import time

import tensorflow as tf

width_results = {}


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model_w = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model_w.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model_w


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    for w in widths:
        model_w = build_model(w)
        t0 = time.time()
        history_w = model_w.fit(images, labels, epochs=3)
        t1 = time.time()
        width_results[w] = {
            "loss": history_w.history["loss"][-1],
            "accuracy": history_w.history["accuracy"][-1],
            "parameters": model_w.count_params(),
            "seconds": t1 - t0,
        }
    return width_results
