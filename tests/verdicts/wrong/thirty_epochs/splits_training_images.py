# verdict: less
# breaks: must train on all training images and validate "on the validation images": holds back a fifth of the training images instead
# keeps: 30 epochs in one fit, val_loss in the history, best_epoch, is_overfitting
# why: validation_split=0.2 out of habit
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train_images, train_labels, epochs=30, validation_split=0.2, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    return (
        history["val_loss"][-1] - history["val_loss"][i] > 0.1
        and history["loss"][-1] < history["loss"][i]
    )
