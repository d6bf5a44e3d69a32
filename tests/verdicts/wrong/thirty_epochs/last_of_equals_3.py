# verdict: less
# fails: first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "of equally low ones the first counts": with <= best_epoch returns the last of equally low epochs
# keeps: train_thirty_epochs; best_epoch without ties; is_overfitting without ties
# why: wrote <= for < in the loop
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = m.fit(train_images, train_labels, epochs=30, verbose=0,
                    validation_data=(validation_images, validation_labels))
    return history.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best, lowest = 1, history["val_loss"][0]
    for number, value in enumerate(history["val_loss"], 1):
        if value <= lowest:
            best, lowest = number, value
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    val_rise = history["val_loss"][-1] - history["val_loss"][best]
    return val_rise > 0.1 and history["loss"][-1] < history["loss"][best]
