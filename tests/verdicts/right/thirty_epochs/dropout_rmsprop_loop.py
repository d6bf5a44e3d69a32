# verdict: full
# why: the old MNIST MLP example (model.add, Dropout, RMSprop, batches of 128); best epoch with a loop and a strict <
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Dropout, Flatten
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import RMSprop


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    mlp = Sequential()
    mlp.add(Flatten())
    mlp.add(Dense(512, activation="relu"))
    mlp.add(Dropout(0.2))
    mlp.add(Dense(10, activation="softmax"))
    mlp.compile(loss="sparse_categorical_crossentropy", optimizer=RMSprop(), metrics=["accuracy"])
    history = mlp.fit(train_images, train_labels,
                      batch_size=128,
                      epochs=30,
                      verbose=1,
                      validation_data=(validation_images, validation_labels))
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    lowest = history["val_loss"][0]
    for i in range(1, len(history["val_loss"])):
        if history["val_loss"][i] < lowest:
            lowest = history["val_loss"][i]
            best = i + 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][b] > 0.1:
        if history["loss"][-1] < history["loss"][b]:
            return True
        else:
            return False
    else:
        return False
