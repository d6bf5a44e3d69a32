# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: 30 epochs "all in **one** call of `fit`"; fit is called 30 times, and the History returned has one epoch
# keeps: best_epoch and is_overfitting are right
# why: a loop over the epochs, as in other libraries
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    for epoch in range(30):
        history = m.fit(train_images, train_labels, verbose=0,
                        validation_data=(validation_images, validation_labels))
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][best] > 0.1:
        return bool(history["loss"][-1] < history["loss"][best])
    return False
