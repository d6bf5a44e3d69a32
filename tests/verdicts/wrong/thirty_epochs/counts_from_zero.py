# verdict: less
# fails: best_epoch_has_the_lowest_validation_loss
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "The first epoch is number 1": best_epoch returns the index, counted from 0
# keeps: train_thirty_epochs and is_overfitting are right; best_epoch finds the right place, one off
# why: off by one
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=2,
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]))


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    val_difference = history["val_loss"][-1] - history["val_loss"][best]
    loss_difference = history["loss"][-1] - history["loss"][best]
    return bool(val_difference > 0.1 and loss_difference < 0)
