# verdict: less
# fails: validates_on_the_images_held_back
# passes: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "validating on the validation images": it validates on the introduction's test_images
# keeps: best_epoch, is_overfitting; 30 epochs in one fit on the right training images
# why: copied the fit of the introduction, validation_data and all

# %%
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
    history = network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(test_images, test_labels),
        verbose=2,
    )
    return history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] > history["val_loss"][b] + 0.1
        and history["loss"][-1] < history["loss"][b]
    )
