"""Mistake: trains the introduction's model on, which is not new.

Fails: one_training_of_thirty_epochs
"""

import numpy as np
import tensorflow as tf

(images, labels), _ = tf.keras.datasets.fashion_mnist.load_data()
model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(16, "relu"),
        tf.keras.layers.Dense(10, "softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(images[:64] / 255, labels[:64], verbose=0)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    return model.fit(
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
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    return rise > 0.1 and history["loss"][-1] < history["loss"][best]
