# verdict: full
# why: walks from the last epoch back to the first and takes "lower or equal", so the first of equal ones wins
import tensorflow as tf
from tensorflow.keras import layers, models


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m = models.Sequential()
    m.add(layers.Flatten())
    m.add(layers.Dense(128, activation="relu"))
    m.add(layers.Dropout(0.2))
    m.add(layers.Dense(10, activation="softmax"))
    m.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    history = m.fit(
        train_images, train_labels, epochs=30, validation_data=(validation_images, validation_labels)
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = history["val_loss"]
    i = len(values) - 1
    best = i
    while i >= 0:
        if values[i] <= values[best]:
            best = i
        i = i - 1
    return best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    last = len(history["val_loss"]) - 1
    much_higher = history["val_loss"][last] - history["val_loss"][place] > 0.1
    lower = history["loss"][last] < history["loss"][place]
    if much_higher == True and lower == True:
        answer = True
    else:
        answer = False
    return answer
