# verdict: full
# why: a typed dataclass collects the four numbers and asdict turns it into the dictionary that the prompt wants
import time
from dataclasses import asdict, dataclass

import tensorflow as tf


@dataclass
class WidthResult:
    loss: float
    accuracy: float
    parameters: int
    seconds: float

    @classmethod
    def of(cls, network: tf.keras.Model, history: dict[str, list[float]], seconds: float):
        return cls(
            loss=float(history["loss"][-1]),
            accuracy=float(history["accuracy"][-1]),
            parameters=int(network.count_params()),
            seconds=seconds,
        )


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(name="pixels"),
            tf.keras.layers.Dense(neurons, activation="relu", name="hidden"),
            tf.keras.layers.Dense(10, activation="softmax", name="classes"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results: dict[int, dict[str, float]] = {}
    for width in widths:
        network = build_model(width)
        started = time.monotonic()
        record = network.fit(images, labels, epochs=3, verbose=2)
        seconds = time.monotonic() - started
        results[width] = asdict(WidthResult.of(network, record.history, seconds))
    return results
