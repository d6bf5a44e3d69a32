# verdict: less
# breaks: "trains it for 30 epochs": EarlyStopping ends the training as soon as the validation loss has not improved for five epochs
# keeps: best_epoch, is_overfitting; one call of fit with validation; thirty epochs where validation keeps improving
# why: the student adds early stopping, which is good practice elsewhere
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    patience = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
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
    best = best_epoch(history) - 1
    validation_up = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    training_down = history["loss"][-1] < history["loss"][best]
    return bool(validation_up and training_down)
