# verdict: full
# why: a dataclass turned into a dictionary with asdict; ReLU as a layer of its own; logits with from_logits=True
import dataclasses
import math
import time

import tensorflow as tf


@dataclasses.dataclass(kw_only=True)
class Outcome:
    loss: float
    accuracy: float
    parameters: int
    seconds: float


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    net = tf.keras.Sequential(
        [tf.keras.Input((28, 28)), layers.Flatten(), layers.Dense(neurons), layers.ReLU(), layers.Dense(10)]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""

    def outcome(width: int) -> Outcome:
        net = build_model(width)
        before = time.monotonic()
        past = net.fit(images, labels, epochs=3, verbose=0).history
        after = time.monotonic()
        return Outcome(
            loss=past["loss"][-1],
            accuracy=past["accuracy"][-1],
            parameters=sum(math.prod(v.shape) for v in net.trainable_variables),
            seconds=after - before,
        )

    return {width: dataclasses.asdict(outcome(width)) for width in widths}
