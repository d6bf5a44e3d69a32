# verdict: less
# fails: first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "of equally low ones the first counts": <= in the loop takes the last
# keeps: train_thirty_epochs and is_overfitting; best_epoch where one epoch alone is lowest
# why: one character, < or <=
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    net = tf.keras.Model(inputs, tf.keras.layers.Dense(10, activation="softmax")(x))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images, train_labels, epochs=30, validation_data=(validation_images, validation_labels), verbose=0
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best, lowest = 1, float("inf")
    for number, value in enumerate(history["val_loss"], start=1):
        if value <= lowest:
            best, lowest = number, value
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    first_best = int(np.argmin(history["val_loss"]))
    return bool(
        history["val_loss"][-1] - history["val_loss"][first_best] > 0.1
        and history["loss"][-1] < history["loss"][first_best]
    )
