# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, returns_the_history, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs": EarlyStopping ends the training as soon as the validation accuracy rises no more
# keeps: best_epoch, is_overfitting; one call of fit, validation on the right images
# why: "does training longer help? No, so stop", with a callback that is recommended everywhere
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    patience = tf.keras.callbacks.EarlyStopping(monitor="val_accuracy", mode="max", patience=1)
    return network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[patience],
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = int(np.argmin(history["val_loss"]))
    return bool(
        history["val_loss"][-1] - history["val_loss"][best] > 0.1
        and history["loss"][-1] < history["loss"][best]
    )
