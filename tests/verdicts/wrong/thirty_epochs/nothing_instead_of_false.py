# verdict: less
# breaks: "and `False` otherwise": returns None where the training loss is not lower, because that return is missing
# keeps: train_thirty_epochs, best_epoch; True, and False where the validation loss is not higher
# why: forgot the else of the inner if
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(100, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    held_back = (validation_images, validation_labels)
    return net.fit(
        train_images, train_labels, epochs=30, validation_data=held_back, verbose=0
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]) + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    if history["val_loss"][-1] > history["val_loss"][best] + 0.1:
        if history["loss"][-1] < history["loss"][best]:
            return True
    else:
        return False
