"""Accepted: float32, one-hot labels and the functional API."""

import keras
import numpy as np


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    fall = history["loss"][best] - history["loss"][-1]
    return rise > 0.1 and fall > 0


def prepared(images, labels):
    return images.reshape(-1, 28, 28, 1).astype("float32"), np.eye(10)[labels]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    inputs = keras.Input(shape=(28, 28, 1))
    hidden = keras.layers.Dense(64, "relu")(keras.layers.Flatten()(inputs))
    model = keras.Model(inputs, keras.layers.Dense(10, "softmax")(hidden))
    model.compile("rmsprop", "categorical_crossentropy")
    held_back = prepared(validation_images, validation_labels)
    images, labels = prepared(train_images, train_labels)
    return model.fit(images, labels, 32, 30, validation_data=held_back)
