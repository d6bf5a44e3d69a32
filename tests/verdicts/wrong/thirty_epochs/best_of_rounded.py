# verdict: less
# breaks: "returns the epoch with the lowest validation loss": losses are rounded to two decimals first, so 0.404 in epoch 3 beats 0.398 in epoch 7.
# keeps: training, is_overfitting, best_epoch where the lowest loss is clearly lower
# why: the student compares the numbers as they are printed
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = network.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = [round(float(loss), 2) for loss in history["val_loss"]]
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > history["val_loss"][best] + 0.1
    better = history["loss"][-1] < history["loss"][best]
    return bool(worse and better)
