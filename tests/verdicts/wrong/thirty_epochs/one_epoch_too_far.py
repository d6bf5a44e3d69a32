# verdict: less
# breaks: is_overfitting must compare the last epoch with the best one: the training loss is taken one epoch after the best (number from 1 used as a place from 0)
# keeps: train_thirty_epochs, best_epoch; is_overfitting where that makes no difference
# why: best_epoch counts from 1, and the student forgets it in one of two places
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network.fit(
        train_images, train_labels, epochs=30, validation_data=(validation_images, validation_labels), verbose=0
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    if history["val_loss"][-1] - min(history["val_loss"]) > 0.1:
        return history["loss"][-1] < history["loss"][best]
    return False
