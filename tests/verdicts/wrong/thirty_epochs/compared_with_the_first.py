# verdict: less
# breaks: is_overfitting must compare the training loss with that of the best epoch: it is compared with the first epoch
# keeps: train_thirty_epochs, best_epoch; is_overfitting wherever the training loss falls all the time
# why: "the training loss is lower" read as lower than at the start
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = network.fit(
        train_images, train_labels, epochs=30, validation_data=(validation_images, validation_labels)
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]) + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    validation_up = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    training_down = history["loss"][-1] < history["loss"][0]
    return bool(validation_up and training_down)
