# verdict: full
# why: each row is a dataclass, turned into a plain dictionary by asdict; the seconds come from datetime
from dataclasses import asdict, dataclass, field
from datetime import datetime

import tensorflow as tf


@dataclass
class Outcome:
    loss: float = field(default=0.0)
    accuracy: float = 0.0
    parameters: int = 0
    seconds: float = 0.0

    @classmethod
    def of(cls, neurons, images, labels):
        network = build_model(neurons)
        before = datetime.now()
        past = network.fit(images, labels, epochs=3, verbose=0).history
        took = datetime.now() - before
        return cls(past["loss"][-1], past["accuracy"][-1], network.count_params(), took.total_seconds())


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.models.Sequential(name=f"width_{neurons}")
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(units=neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(units=10, activation="softmax"))
    network.compile(
        loss="sparse_categorical_crossentropy", optimizer=tf.keras.optimizers.Adam(), metrics=["accuracy"]
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: asdict(Outcome.of(width, images, labels)) for width in widths}
