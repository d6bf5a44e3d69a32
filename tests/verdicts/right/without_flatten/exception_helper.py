# verdict: full
# why: a typed helper calls any function and gives back what it raised, the very object
from collections.abc import Callable
from functools import partial

import tensorflow as tf

layers = tf.keras.layers


def raised_by(action: Callable[[], object]) -> Exception | None:
    """Call `action`; return the exception that it raises, or None."""
    try:
        action()
    except Exception as error:
        return error
    return None


def compiled(stack: list) -> tf.keras.Model:
    network = tf.keras.Sequential(stack)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = compiled([layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    return raised_by(partial(network.fit, images, labels, epochs=1, verbose=0))


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return compiled(
        [
            layers.Input(shape=(28, 28)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
