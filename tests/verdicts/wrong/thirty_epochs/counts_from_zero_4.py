# verdict: less
# fails: best_epoch_has_the_lowest_validation_loss
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "The first epoch is number 1": argmin counts from 0
# keeps: train_thirty_epochs and is_overfitting are right
# why: forgot that NumPy counts from 0
import numpy as np
import tensorflow as tf
from tensorflow import keras


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    nn = keras.Sequential([
        keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    nn.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return nn.fit(train_images, train_labels, epochs=30,
                  validation_data=(validation_images, validation_labels), verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]))


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    if history["val_loss"][-1] > history["val_loss"][best] + 0.1 and history["loss"][-1] < history["loss"][best]:
        return True
    return False
