# verdict: full
# why: a PyDataset of the student's own feeds both training and validation in one fit; the best epoch is found with min over a range
import math

import numpy as np
import tensorflow as tf


class Batches(tf.keras.utils.PyDataset):
    """All images with their labels, 32 at a time."""

    def __init__(self, images, labels, size=32, **options):
        super().__init__(**options)
        self.images, self.labels, self.size = images, labels, size

    def __len__(self):
        return math.ceil(len(self.labels) / self.size)

    def __getitem__(self, number):
        part = slice(number * self.size, (number + 1) * self.size)
        return self.images[part], self.labels[part]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(
        Batches(train_images, train_labels),
        epochs=30,
        validation_data=Batches(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]
    return min(range(1, len(losses) + 1), key=lambda epoch: losses[epoch - 1])


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best, last = best_epoch(history) - 1, -1
    rise, change = (history[name][last] - history[name][best] for name in ("val_loss", "loss"))
    return bool(rise > 0.1 and change < 0)
