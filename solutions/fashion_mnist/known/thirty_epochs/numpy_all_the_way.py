"""Accepted: NumPy all the way, with type hints."""

import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history: dict[str, list[float]]) -> int:
    return np.argmin(np.array(history["val_loss"])) + 1


def is_overfitting(history: dict[str, list[float]]) -> bool:
    train, validation = np.array(history["loss"]), np.array(history["val_loss"])
    best = validation.argmin()
    return np.logical_and(validation[-1] - validation[best] > 0.1, train[-1] < train[best])
