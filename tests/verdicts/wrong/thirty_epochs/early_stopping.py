# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, returns_the_history, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs": EarlyStopping with patience 1 ends the training at the first epoch without a better validation accuracy
# keeps: best_epoch and is_overfitting; validation and History
# why: never trains without EarlyStopping
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    stopping = tf.keras.callbacks.EarlyStopping(
        monitor="val_accuracy", patience=1, restore_best_weights=True
    )
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[stopping],
        verbose=0,
    )


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
