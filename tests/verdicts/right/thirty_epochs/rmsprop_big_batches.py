# verdict: full
# why: batch size and optimiser of an older book (rmsprop, 128), int labels kept; NumPy arrays throughout
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    book_model = keras.Sequential([
        layers.Flatten(),
        layers.Dense(512, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    book_model.compile(optimizer="rmsprop",
                       loss="sparse_categorical_crossentropy",
                       metrics=["accuracy"])
    return book_model.fit(train_images, train_labels,
                          epochs=30, batch_size=128,
                          validation_data=(validation_images, validation_labels),
                          verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_loss = np.asarray(history["val_loss"])
    # flatnonzero is in order, so [0] is the first of equal ones
    return int(np.flatnonzero(val_loss == val_loss.min())[0]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    train, val = np.asarray(history["loss"]), np.asarray(history["val_loss"])
    rise = val[-1] - val[b]
    return bool((rise > 0.1) & (train[-1] < train[b]))
