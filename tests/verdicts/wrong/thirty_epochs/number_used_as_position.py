# verdict: less
# breaks: is_overfitting must compare "the last epoch with the best one": the epoch's number, counted from 1, is used as a position, so it looks at the epoch after the best, or raises IndexError where the best is the last
# keeps: train_thirty_epochs, best_epoch; is_overfitting where the epoch after the best one gives the same answer
# why: forgot that lists count from 0
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    thirty = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    thirty.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return thirty.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    validation_is_higher = history["val_loss"][-1] > history["val_loss"][best] + 0.1
    training_is_lower = history["loss"][-1] < history["loss"][best]
    return bool(validation_is_higher and training_is_lower)
