# verdict: less
# fails: one_training_of_thirty_epochs
# passes: returns_the_history, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs": the dataset is repeated 30 times and fit gets one epoch, so the History has a single entry
# keeps: best_epoch and is_overfitting
# why: thought that repeat(30) are thirty epochs for Keras
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    train = (
        tf.data.Dataset.from_tensor_slices((train_images, train_labels))
        .shuffle(1024)
        .repeat(30)
        .batch(32)
        .prefetch(tf.data.AUTOTUNE)
    )
    validation = tf.data.Dataset.from_tensor_slices(
        (validation_images, validation_labels)
    ).batch(32)
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train, validation_data=validation, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][best] > 0.1
        and history["loss"][-1] < history["loss"][best]
    )
