# verdict: less
# breaks: "for 30 epochs, all in one call of `fit`"; calls fit thirty times and returns the last History, of one epoch
# keeps: best_epoch and is_overfitting are right
# why: took epochs for something to loop over
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.models.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    for epoch in range(30):
        print("epoch", epoch + 1)
        history = net.fit(
            train_images,
            train_labels,
            epochs=1,
            validation_data=(validation_images, validation_labels),
            verbose=0,
        )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][b] > 0.1:
        if history["loss"][-1] < history["loss"][b]:
            return True
    return False
