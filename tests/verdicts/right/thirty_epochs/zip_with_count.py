# verdict: full
# why: min over pairs (validation loss, epoch): of equal losses the smaller epoch wins by tuple order
from itertools import count

import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    layers = [tf.keras.layers.Flatten()]
    layers += [tf.keras.layers.Dense(100, activation="relu")]
    layers += [tf.keras.layers.Dense(10, activation="softmax")]
    m = tf.keras.Sequential(layers)
    m.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    held_back = (validation_images, validation_labels)
    return m.fit(train_images, train_labels, epochs=30, validation_data=held_back, verbose=2)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    _, epoch = min(zip(history["val_loss"], count(1)))
    return epoch


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    pairs = list(zip(history["loss"], history["val_loss"]))
    best_loss, best_val = pairs[best_epoch(history) - 1]
    last_loss, last_val = pairs[-1]
    return bool(last_loss < best_loss) and bool(last_val > best_val + 0.1)
