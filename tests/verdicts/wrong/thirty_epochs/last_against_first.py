# verdict: less
# breaks: "Compare the last epoch with the best one"; is_overfitting compares it with the first epoch
# keeps: train_thirty_epochs and best_epoch are right
# why: [0] and [-1] came to mind, the ends of the curve
from collections.abc import Sequence

import numpy as np
import tensorflow as tf

VAL_MARGIN: float = 0.1


def change(series: Sequence[float]) -> float:
    """How much a series rose from its beginning to its end."""
    return series[-1] - series[0]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    return bool(change(history["val_loss"]) > VAL_MARGIN and change(history["loss"]) < 0)
