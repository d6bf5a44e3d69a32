# verdict: full
# why: fit gets tf.data datasets made of all the images, so it has no x and y arrays; and the comparison with 0.1 is made in decimals, without rounding errors
# %%
from decimal import Decimal

import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    training = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
    training = training.shuffle(len(train_labels)).batch(32)
    validation = tf.data.Dataset.from_tensor_slices((validation_images, validation_labels))
    validation = validation.batch(100)
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(training, validation_data=validation, epochs=30, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1

    def change(series):
        return Decimal(str(float(series[-1]))) - Decimal(str(float(series[best])))

    return change(history["val_loss"]) > Decimal("0.1") and change(history["loss"]) < 0
