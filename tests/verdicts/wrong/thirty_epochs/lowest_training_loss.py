# verdict: less
# breaks: "Compare the *last* epoch with the best one ... while the training loss is lower": compares the last training loss with the lowest of all, which an epoch between may have, instead of with the best epoch's
# keeps: train_thirty_epochs, best_epoch; is_overfitting where the last training loss is the lowest
# why: took the best training loss for the training loss of the best epoch
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=128,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    training, validation = history["loss"], history["val_loss"]
    rose = validation[-1] - min(validation) > 0.1
    still_falling = best_epoch(history) < len(training) and training[-1] <= min(training)
    return rose and still_falling
