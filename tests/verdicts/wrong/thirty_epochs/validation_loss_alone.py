# verdict: less
# fails: overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "while the training loss is **lower**": is_overfitting looks at the validation loss only
# keeps: train_thirty_epochs, best_epoch; is_overfitting where the training loss did fall
# why: in every picture of over-fitting the training loss falls anyway

# %%
from types import SimpleNamespace

import numpy as np
import tensorflow as tf

settings30 = SimpleNamespace(epochs=30, neurons=128, limit=0.1)

# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(settings30.neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network.fit(
        train_images,
        train_labels,
        epochs=settings30.epochs,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    return bool(history["val_loss"][-1] - min(history["val_loss"]) > settings30.limit)
