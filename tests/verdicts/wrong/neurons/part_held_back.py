# verdict: less
# breaks: "trains it on all the images"; validation_split holds a fifth of them back
# keeps: build_model; new models, one fit of 3 epochs, keys, parameters, seconds
# why: likes to validate, as the introduction does
import time
from typing import TypedDict

import tensorflow as tf


class Outcome(TypedDict):
    loss: float
    accuracy: float
    parameters: int
    seconds: float


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


def outcome_of(width: int, images, labels) -> Outcome:
    network = build_model(width)
    start = time.perf_counter()
    history = network.fit(images, labels, epochs=3, validation_split=0.2, verbose=0).history
    seconds = time.perf_counter() - start
    return Outcome(
        loss=history["loss"][-1],
        accuracy=history["accuracy"][-1],
        parameters=network.count_params(),
        seconds=seconds,
    )


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: outcome_of(width, images, labels) for width in widths}
