# verdict: less
# breaks: "Compare the last epoch with the best one ... while the training loss is lower": the training loss is compared with that of the first epoch
# keeps: train_thirty_epochs, best_epoch, and is_overfitting where the training loss falls throughout
# why: index 0 in place of the best epoch for the training loss
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    val_loss = history["val_loss"]
    worse = val_loss[-1] - val_loss[best_epoch(history) - 1] > 0.1
    return bool(worse and history["loss"][-1] < history["loss"][0])
