# verdict: less
# fails: overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "Compare the *last* epoch with the best one": is_overfitting takes the first epoch's training loss instead of the best epoch's
# keeps: train_thirty_epochs, best_epoch, and is_overfitting where the training loss falls throughout
# why: "lower" was read as lower than at the start
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    val_rise = history["val_loss"][-1] - min(history["val_loss"])
    train_fall = history["loss"][0] - history["loss"][-1]
    return bool(val_rise > 0.1 and train_fall > 0)
