# verdict: less
# breaks: "of equally low ones the first counts": the loop uses <= and returns the last of them
# keeps: train_thirty_epochs; best_epoch without ties; is_overfitting where the lowest loss occurs once
# why: <= in the search for the minimum
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model30 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model30.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model30.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]
    best = 0
    for i in range(len(losses)):
        if losses[i] <= losses[best]:
            best = i
    return best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    val, train = history["val_loss"], history["loss"]
    return bool(val[-1] > val[best] + 0.1 and train[-1] < train[best])
