# verdict: less
# breaks: best_epoch "returns the epoch with the lowest validation loss": the search starts from 1.0, so where all losses are higher it returns 0, which is no epoch
# keeps: train_thirty_epochs; best_epoch and is_overfitting for histories that get below 1
# why: took 1.0 for a loss that every network gets below
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net30 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net30.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net30.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest, best = 1.0, 0
    for epoch, loss in enumerate(history["val_loss"], 1):
        if loss < lowest:
            lowest, best = loss, epoch
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][best] <= 0.1:
        return False
    return bool(history["loss"][-1] < history["loss"][best])
