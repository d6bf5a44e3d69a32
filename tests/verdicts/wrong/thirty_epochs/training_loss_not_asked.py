# verdict: less
# breaks: over-fitting only "while the training loss is lower"; is_overfitting looks at the validation loss alone
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting is right where the training loss falls
# why: stopped reading after "0.1 higher"
import numpy as np
import tensorflow as tf


class LongTraining:
    """A network and its thirty epochs."""

    epochs = 30

    def __init__(self, width=128):
        self.network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(width, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        self.network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

    def run(self, images, labels, held_back):
        return self.network.fit(
            images, labels, epochs=self.epochs, validation_data=held_back, verbose=0
        )


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    return LongTraining().run(train_images, train_labels, (validation_images, validation_labels))


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + int(np.argmin(history["val_loss"]))


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    val_loss = history["val_loss"]
    return bool(val_loss[-1] - val_loss[best_epoch(history) - 1] > 0.1)
