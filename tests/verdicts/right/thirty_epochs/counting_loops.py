# verdict: full
# why: finds the best epoch with counters in a loop, many temporaries and prints
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    long_model = tf.keras.Sequential()
    long_model.add(tf.keras.layers.Flatten())
    long_model.add(tf.keras.layers.Dense(64, activation="relu"))
    long_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    long_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    validation = (validation_images, validation_labels)
    number_of_epochs = 30
    h = long_model.fit(train_images, train_labels, epochs=number_of_epochs, validation_data=validation)
    return h


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_losses = history["val_loss"]
    lowest = val_losses[0]
    best = 1
    counter = 1
    for value in val_losses:
        if value < lowest:
            lowest = value
            best = counter
        counter = counter + 1
    print("lowest validation loss", lowest, "in epoch", best)
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    val_at_best = history["val_loss"][best - 1]
    loss_at_best = history["loss"][best - 1]
    number = len(history["val_loss"])
    val_at_end = history["val_loss"][number - 1]
    loss_at_end = history["loss"][number - 1]
    difference = val_at_end - val_at_best
    print("the validation loss rose by", difference)
    if difference > 0.1:
        if loss_at_end < loss_at_best:
            return True
        else:
            return False
    else:
        return False
