# verdict: less
# breaks: "of equally low ones the first counts": <= keeps the last of equally low epochs
# keeps: train_thirty_epochs; best_epoch without ties; is_overfitting apart from ties
# why: <= in the search for the minimum
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    for epoch, value in enumerate(history["val_loss"], start=1):
        if value <= history["val_loss"][best - 1]:
            best = epoch
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][b] > 0.1
        and history["loss"][-1] < history["loss"][b]
    )
