# verdict: full
# why: collects each result in a dataclass and turns it into a dictionary; the relu is a layer of its own
import time
from dataclasses import asdict, dataclass

import tensorflow as tf


@dataclass
class WidthResult:
    loss: float
    accuracy: float
    parameters: int
    seconds: float


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons),
            tf.keras.layers.Activation("relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        "adam",
        "sparse_categorical_crossentropy",
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy("accuracy")],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    rows = {}
    for width in widths:
        net = build_model(width)
        start = time.perf_counter()
        history = net.fit(images, labels, epochs=3, verbose=0)
        end = time.perf_counter()
        rows[width] = WidthResult(
            loss=history.history["loss"].pop(),
            accuracy=history.history["accuracy"].pop(),
            parameters=net.count_params(),
            seconds=end - start,
        )
    return {width: asdict(row) for width, row in rows.items()}
