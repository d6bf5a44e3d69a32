# verdict: less
# fails: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls
# breaks: best_epoch and is_overfitting are "given such a dictionary": history.history raises AttributeError there
# keeps: train_thirty_epochs is right
# why: every tutorial writes history.history["val_loss"], so this one too
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = net.fit(
        train_images, train_labels, epochs=30, verbose=2, validation_data=(validation_images, validation_labels)
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_loss = history.history["val_loss"]
    return val_loss.index(min(val_loss)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    val_loss, loss = history.history["val_loss"], history.history["loss"]
    best = best_epoch(history) - 1
    return bool(val_loss[-1] - val_loss[best] > 0.1 and loss[-1] < loss[best])
