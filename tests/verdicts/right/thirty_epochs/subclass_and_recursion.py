# verdict: full
# why: a subclassed model gives logits; best_epoch halves the series recursively; is_overfitting is written with nested functions and named tuples
from collections import namedtuple

import numpy as np
import tensorflow as tf

Losses = namedtuple("Losses", "training validation")


class Net(tf.keras.Model):
    def __init__(self, width=64):
        super().__init__()
        self.entrance = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(width, activation="relu")
        self.dropout = tf.keras.layers.Dropout(0.2)
        self.logits = tf.keras.layers.Dense(10)

    def call(self, images, training=False):
        hidden = self.hidden(self.entrance(images))
        return self.logits(self.dropout(hidden, training=training))


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = Net()
    net.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=2,
    )
    return net.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]

    def place_of_lowest(start, stop):
        if stop - start == 1:
            return start
        middle = (start + stop) // 2
        left, right = place_of_lowest(start, middle), place_of_lowest(middle, stop)
        return right if losses[right] < losses[left] else left

    return place_of_lowest(0, len(losses)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""

    def at(epoch):
        return Losses(float(history["loss"][epoch - 1]), float(history["val_loss"][epoch - 1]))

    best, last = at(best_epoch(history)), at(len(history["loss"]))
    return last.validation - best.validation > 0.1 and last.training < best.training
