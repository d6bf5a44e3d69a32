# verdict: less
# breaks: is_overfitting returns "True ..., and False otherwise": without over-fitting it returns None
# keeps: train_thirty_epochs, best_epoch; is_overfitting where the answer is True
# why: forgot the last line, return False
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m30 = tf.keras.models.Sequential()
    m30.add(tf.keras.layers.Flatten())
    m30.add(tf.keras.layers.Dense(256, activation="relu"))
    m30.add(tf.keras.layers.Dense(10, activation="softmax"))
    m30.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h = m30.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return h.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]) + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    val_higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    loss_lower = history["loss"][-1] < history["loss"][best]
    if val_higher and loss_lower:
        return True
