# verdict: full
# why: the labels are one-hot inside the loss (a function of the student's own) and the network is convolutional; Decimal arithmetic for "more than 0.1"
from decimal import Decimal

import tensorflow as tf


def squared_distance(labels, answers):
    """Brier score: squared distance from the right answer."""
    right = tf.one_hot(tf.cast(tf.reshape(labels, [-1]), tf.int32), 10)
    return tf.reduce_sum(tf.square(answers - right), axis=-1)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss=squared_distance, metrics=["accuracy"])
    held_back = validation_images, validation_labels
    return network.fit(train_images, train_labels, 64, 30, 0, validation_data=held_back)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    lowest, final = (Decimal(str(float(history["val_loss"][place]))) for place in (best, -1))
    return final - lowest > Decimal("0.1") and bool(history["loss"][-1] < history["loss"][best])
