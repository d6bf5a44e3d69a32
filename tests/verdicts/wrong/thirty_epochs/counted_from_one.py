# verdict: less
# breaks: "trains it for 30 epochs": initial_epoch=1 makes Keras start with its second epoch, so there are 29
# keeps: one fit, validation, falling loss; best_epoch, is_overfitting
# why: "the first epoch is number 1"
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    longer = tf.keras.Sequential()
    longer.add(tf.keras.layers.Flatten())
    longer.add(tf.keras.layers.Dense(32, activation="relu"))
    longer.add(tf.keras.layers.Dense(10, activation="softmax"))
    longer.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return longer.fit(
        train_images,
        train_labels,
        initial_epoch=1,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return np.argmin(history["val_loss"]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][place] > 0.1:
        if history["loss"][-1] < history["loss"][place]:
            return True
    return False
