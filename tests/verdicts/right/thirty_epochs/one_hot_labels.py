# verdict: full
# why: to_categorical for both kinds of labels with the matching loss categorical_crossentropy; the prompt leaves the loss free
import numpy as np
import tensorflow as tf
from tensorflow import keras


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    y_train = keras.utils.to_categorical(train_labels, 10)
    y_val = keras.utils.to_categorical(validation_labels, 10)
    model = keras.Sequential()
    model.add(keras.layers.Flatten(input_shape=(28, 28)))
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model.fit(
        train_images, y_train, epochs=30, batch_size=32, validation_data=(validation_images, y_val), verbose=2
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    val_rise = history["val_loss"][-1] - history["val_loss"][best]
    train_fell = history["loss"][-1] < history["loss"][best]
    return bool(val_rise > 0.1 and train_fell)
