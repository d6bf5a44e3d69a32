# verdict: full
# why: a dataclass with cached_property; starts from the dictionary given and works for one epoch as well
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import tensorflow as tf


@dataclass
class Curve:
    loss: list
    val_loss: list

    @classmethod
    def of(cls, history):
        return cls(list(history["loss"]), list(history["val_loss"]))

    @cached_property
    def best(self):
        return min(range(len(self.val_loss)), key=lambda place: self.val_loss[place])

    def change(self, series):
        return series[-1] - series[self.best]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    new_network = tf.keras.Sequential()
    new_network.add(tf.keras.layers.Flatten())
    new_network.add(tf.keras.layers.Dense(64, activation="relu"))
    new_network.add(tf.keras.layers.Dense(10, activation="softmax"))
    new_network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return new_network.fit(
        x=train_images,
        y=train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return Curve.of(history).best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    curve = Curve.of(history)
    if not curve.change(curve.val_loss) > 0.1:
        return False
    return True if curve.change(curve.loss) < 0 else False
