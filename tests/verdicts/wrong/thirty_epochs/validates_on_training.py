# verdict: less
# fails: validates_on_the_images_held_back
# passes: one_training_of_thirty_epochs, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "validating on the validation images": validation_data holds the training images
# keeps: one call of fit with 30 epochs and val_loss in the history; best_epoch and is_overfitting are right
# why: wrong variable, copied the two names from the line above
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    flatten = tf.keras.layers.Flatten()
    dense1 = tf.keras.layers.Dense(128, activation="relu")
    dense2 = tf.keras.layers.Dense(10, activation="softmax")
    thirty = tf.keras.Sequential([flatten, dense1, dense2])
    thirty.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    training = (train_images, train_labels)
    validation = (train_images, train_labels)
    return thirty.fit(training[0], training[1], epochs=30, validation_data=validation, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    array = np.array(history["val_loss"])
    return int(array.argmin() + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    number = best_epoch(history)
    val_best, val_last = history["val_loss"][number - 1], history["val_loss"][-1]
    best, last = history["loss"][number - 1], history["loss"][-1]
    return bool((val_last - val_best > 0.1) and (last < best))
