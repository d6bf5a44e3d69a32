# verdict: full
# why: computes the number of parameters by the formula, inputs*n + n + n*10 + 10, which is exact for this network
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, "relu"),
        tf.keras.layers.Dense(10, "softmax"),
    ])
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def number_of_parameters(pixels, neurons):
    hidden = (pixels + 1) * neurons  # one bias each
    output = (neurons + 1) * 10
    return hidden + output


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    pixels = int(np.prod(np.shape(images)[1:]))
    answers = []
    for width in widths:
        model = build_model(width)
        t0 = time.time()
        h = model.fit(images, labels, epochs=3)
        t1 = time.time()
        answers.append(
            {
                "loss": h.history["loss"][2],
                "accuracy": h.history["accuracy"][2],
                "parameters": number_of_parameters(pixels, width),
                "seconds": t1 - t0,
            }
        )
    return dict(zip(widths, answers))
