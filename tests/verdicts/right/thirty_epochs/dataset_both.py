# verdict: full
# why: tf.data pipelines for training and validation; best_epoch by min over pairs, so that the first of equals wins
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    learn = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
    learn = learn.shuffle(1024).batch(64).prefetch(2)
    check = tf.data.Dataset.from_tensor_slices((validation_images, validation_labels)).batch(256)
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(learn, validation_data=check, epochs=30, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    loss, epoch = min((loss, epoch) for epoch, loss in enumerate(history["val_loss"], start=1))
    return epoch


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    return bool(rise > 0.1 and history["loss"][-1] < history["loss"][best])
