# verdict: full
# why: ReLU is a layer of its own, the output gives logits with from_logits=True, the accuracy is an object named accuracy; a context manager takes the time
import contextlib
import time
from types import SimpleNamespace

import tensorflow as tf


@contextlib.contextmanager
def timed():
    clock = SimpleNamespace(seconds=0.0)
    start = time.perf_counter()
    try:
        yield clock
    finally:
        clock.seconds = time.perf_counter() - start


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons),
            tf.keras.layers.ReLU(),
            tf.keras.layers.Dense(10),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy("accuracy")],
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = dict.fromkeys(widths)
    for width in answer:
        network = build_model(width)
        with timed() as clock:
            past = network.fit(x=images, y=labels, epochs=3, batch_size=64, verbose=2)
        answer[width] = {key: past.history[key].pop() for key in ("loss", "accuracy")}
        answer[width]["parameters"] = network.count_params()
        answer[width] |= {"seconds": clock.seconds}
    return answer
