# verdict: full
# why: a small convolutional network on one-hot labels; the layers are up to the student and the labels are converted inside
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.utils import to_categorical


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(8, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        to_categorical(train_labels, 10),
        validation_data=(validation_images, to_categorical(validation_labels, 10)),
        epochs=30,
        batch_size=64,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + int(np.argsort(history["val_loss"], kind="stable")[0])


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    rise = history["val_loss"][-1] - history["val_loss"][best - 1]
    fall = history["loss"][best - 1] - history["loss"][-1]
    return all([rise > 0.1, fall > 0])
