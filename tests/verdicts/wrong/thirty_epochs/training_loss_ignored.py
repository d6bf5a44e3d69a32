# verdict: less
# fails: overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "while the training loss is lower": looks at the validation loss only, and says True where both losses are higher
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting is right where the training loss fell
# why: read half of the sentence
import keras
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(100, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m.fit(
        x=train_images,
        y=train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    ).history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = np.array(history["val_loss"])
    return int(values.argmin()) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    values = np.array(history["val_loss"])
    return bool(values[-1] - values.min() > 0.1)
