# verdict: less
# fails: overfitting_is_told_from_learning
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_failing
# breaks: "more than 0.1 higher" is a difference; this takes 0.1 as a tenth of the best validation loss
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting where both readings agree
# why: read 0.1 higher as 10 % higher
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m.fit(train_images, train_labels, epochs=30, verbose=0,
                 validation_data=(validation_images, validation_labels))


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    val_too_high = history["val_loss"][-1] > 1.1 * history["val_loss"][i]
    still_learning = history["loss"][-1] < history["loss"][i]
    return bool(val_too_high and still_learning)
