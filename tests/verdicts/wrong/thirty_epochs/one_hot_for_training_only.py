# verdict: less
# fails: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls
# passes: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "validating on the validation images": validation labels stay whole numbers beside categorical_crossentropy, so fit raises at the first validation
# keeps: best_epoch and is_overfitting are right
# why: used to_categorical for the training labels and forgot the others
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    y = to_categorical(train_labels, num_classes=10)
    seq = Sequential()
    seq.add(Flatten())
    seq.add(Dense(128, activation="relu"))
    seq.add(Dense(10, activation="softmax"))
    seq.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return seq.fit(train_images, y, epochs=30, validation_data=(validation_images, validation_labels))


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + list(history["val_loss"]).index(min(history["val_loss"]))


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    k = best_epoch(history) - 1
    higher = history["val_loss"][-1] > history["val_loss"][k] + 0.1
    lower = history["loss"][-1] < history["loss"][k]
    return bool(higher and lower)
