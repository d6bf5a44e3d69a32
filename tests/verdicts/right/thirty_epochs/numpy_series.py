# verdict: full
# why: turns the series into arrays, argmin takes the first of equals, and bool makes plain True or False; a convolution stands before the Dense layers, since the layers are free
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    rows = tf.keras.layers
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            rows.Conv1D(16, 3, activation="relu"),
            rows.Flatten(),
            rows.Dense(32, activation="relu"),
            rows.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        validation_freq=1,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.asarray(history["val_loss"]).argmin()) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    change = {
        name: np.asarray(history[name], dtype=float)[-1] - float(history[name][best])
        for name in ("loss", "val_loss")
    }
    return bool(change["val_loss"] > 0.1 and change["loss"] < 0)
