# verdict: full
# why: a dataclass holds the four numbers, asdict turns it into the plain dictionary asked for
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
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(units=neurons, activation=tf.nn.relu))
    model.add(tf.keras.layers.Dense(units=10, activation=tf.nn.softmax))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = dict()
    for width in widths:
        model = build_model(width)
        started = time.monotonic()
        record = model.fit(images, labels, epochs=3, batch_size=32, verbose=2).history
        took = time.monotonic() - started
        *_, loss = record["loss"]
        *_, accuracy = record["accuracy"]
        results[width] = asdict(WidthResult(loss, accuracy, model.count_params(), took))
    return results
