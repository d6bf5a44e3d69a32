# verdict: full
# why: the best epoch is the smallest pair of loss and number, so of equal losses the first counts; plain gradient descent, large batches, and a copy of the dictionary is returned
# %%
from itertools import count

import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(100, activation="relu"))
    net.add(tf.keras.layers.Dense(10))
    net.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.01, momentum=0.9),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    result = net.fit(
        x=train_images,
        y=train_labels,
        batch_size=64,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        validation_batch_size=256,
        verbose=2,
    )
    return {name: list(series) for name, series in result.history.items()}


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest, number = min(zip(history["val_loss"], count(1)))
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    *_, last_pair = pairs = list(zip(history["val_loss"], history["loss"]))
    best_pair = pairs[best_epoch(history) - 1]
    if last_pair[0] - best_pair[0] > 0.1:
        if last_pair[1] < best_pair[1]:
            return True
    return False
