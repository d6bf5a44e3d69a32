# verdict: full
# why: collects the numbers in a dataclass and returns asdict of it, which is a plain dictionary; logging with f-strings
import dataclasses
import logging
import time

import tensorflow as tf

logger = logging.getLogger("widths")


@dataclasses.dataclass
class WidthResult:
    loss: float
    accuracy: float
    parameters: int
    seconds: float


def build_model(neurons: int) -> tf.keras.Model:
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    assert neurons > 0, f"neurons must be positive, not {neurons}"
    stack = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
    result = tf.keras.Sequential(stack)
    result.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return result


def compare_widths(widths, images, labels) -> dict:
    """Train a new model of each width; return what became of each, by width."""
    results: dict = {}
    for width in widths:
        candidate = build_model(width)
        before = time.monotonic()
        history = candidate.fit(images, labels, epochs=3, verbose=2)
        after = time.monotonic()
        outcome = WidthResult(
            loss=float(history.history["loss"][-1]),
            accuracy=float(history.history["accuracy"][-1]),
            parameters=int(candidate.count_params()),
            seconds=after - before,
        )
        logger.info(f"{width} neurons: {outcome}")
        results[width] = dataclasses.asdict(outcome)
    return results
