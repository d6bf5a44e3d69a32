# verdict: full
# why: turns the dictionary into a list of typed named tuples, one an epoch; min by validation loss keeps the first of equal ones
from typing import NamedTuple

import tensorflow as tf


class EpochLosses(NamedTuple):
    number: int
    training: float
    validation: float


def epochs_of(series: dict[str, list[float]]) -> list[EpochLosses]:
    pairs = zip(series["loss"], series["val_loss"])
    return [EpochLosses(n, float(t), float(v)) for n, (t, v) in enumerate(pairs, start=1)]


def best_of(epochs: list[EpochLosses]) -> EpochLosses:
    return min(epochs, key=lambda epoch: epoch.validation)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(100, activation="relu"),
            tf.keras.layers.Dense(50, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return network.fit(
        x=train_images,
        y=train_labels,
        batch_size=64,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return best_of(epochs_of(history)).number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    epochs = epochs_of(history)
    best, last = best_of(epochs), epochs[-1]
    return last.validation - best.validation > 0.1 and last.training < best.training
