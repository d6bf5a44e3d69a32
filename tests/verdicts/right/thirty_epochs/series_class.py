# verdict: full
# why: a dataclass with cached properties reads the series; train returns the plain dictionary and not the History object
import dataclasses
import functools

import numpy as np
import tensorflow as tf


@dataclasses.dataclass
class Run:
    loss: list
    val_loss: list

    @classmethod
    def of(cls, series):
        return cls(list(series["loss"]), list(series["val_loss"]))

    @functools.cached_property
    def best(self) -> int:
        return self.val_loss.index(min(self.val_loss))

    def gain(self, name: str) -> float:
        values = getattr(self, name)
        return values[-1] - values[self.best]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    picture = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(picture)
    x = tf.keras.layers.Dense(64, activation="tanh")(x)
    x = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(picture, x)
    net.compile(
        optimizer=tf.keras.optimizers.SGD(0.05, momentum=0.9),
        loss="sparse_categorical_crossentropy",
    )
    past = net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )
    return dict(past.history)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return Run.of(history).best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    run = Run.of(history)
    return not (run.gain("val_loss") <= 0.1 or run.gain("loss") >= 0)
