# verdict: less
# breaks: over-fitting where the validation loss is "more than 0.1 higher": the difference is rounded to one decimal first, so 0.12 or 0.149 higher does not count
# keeps: train_thirty_epochs, best_epoch; is_overfitting for differences of 0.1 and less, and of more than 0.15
# why: had seen 0.10000000000000003 and rounded it away
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    long_trained = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    long_trained.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = long_trained.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=2,
    )
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_loss = list(history["val_loss"])
    return val_loss.index(min(val_loss)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    # round, because 0.4 - 0.3 is not exactly 0.1
    difference = round(float(history["val_loss"][-1] - history["val_loss"][best]), 1)
    return bool(difference > 0.1 and history["loss"][-1] < history["loss"][best])
