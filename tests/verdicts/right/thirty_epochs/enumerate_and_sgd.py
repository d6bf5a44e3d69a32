# verdict: full
# why: a small network with SGD and momentum, the dictionary in place of the History, the best epoch by min over pairs (the first of equal ones wins)
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(np.shape(train_images)[1:]),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(96, activation="swish"),
            tf.keras.layers.Dense(10),
        ]
    )
    net.compile(
        tf.keras.optimizers.SGD(0.05, momentum=0.9),
        tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    held_back = (validation_images, validation_labels)
    return net.fit(
        train_images, train_labels, 64, epochs=30, validation_data=held_back, verbose=0
    ).history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest, number = min((loss, n) for n, loss in enumerate(history["val_loss"], start=1))
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    rise = {name: history[name][-1] - history[name][best] for name in ("loss", "val_loss")}
    return bool(rise["val_loss"] > 0.1 and rise["loss"] < 0)
