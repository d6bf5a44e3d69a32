# verdict: full
# why: one model that averages three small branches, trained together in one call of fit; layers are up to the student
import functools

import numpy as np
import tensorflow as tf


def branch(x, kind):
    hidden = tf.keras.layers.Dense(32, activation=kind)(x)
    return tf.keras.layers.Dense(10, activation="softmax")(hidden)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input((28, 28))
    flat = tf.keras.layers.Reshape((784,))(inputs)
    votes = [branch(flat, kind) for kind in ("relu", "tanh", "gelu")]
    ensemble = tf.keras.Model(inputs, tf.keras.layers.Average()(votes))
    ensemble.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return ensemble.fit(
        x=train_images,
        y=train_labels,
        epochs=30,
        batch_size=50,
        validation_data=(validation_images, validation_labels),
        validation_batch_size=100,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""

    def better(best, candidate):
        return candidate if candidate[1] < best[1] else best

    return functools.reduce(better, enumerate(history["val_loss"], 1))[0]


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    table = np.array([history["loss"], history["val_loss"]])
    change = table[:, -1] - table[:, best_epoch(history) - 1]
    return bool(change[0] < 0 and change[1] > 0.1)
