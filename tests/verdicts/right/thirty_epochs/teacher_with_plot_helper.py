# verdict: full
# why: over-documented, with a plot helper that nothing calls and named values for every step
# %% [markdown]
# ### Plan
# 1. train and keep the history, 2. find the valley of the validation loss, 3. compare the end with it.

# %%
from collections import namedtuple

import matplotlib.pyplot as plt
import tensorflow as tf

Point = namedtuple("Point", "training validation")


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`.

    A new model on every call, since a model that is already trained would start in the valley.
    """
    pupil = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    pupil.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return pupil.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def point_of(history, epoch):
    """Both losses of an epoch, which is counted from 1."""
    return Point(history["loss"][epoch - 1], history["val_loss"][epoch - 1])


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest = min(history["val_loss"])
    for epoch, value in enumerate(history["val_loss"], 1):
        if value == lowest:
            return epoch  # the first one counts, so we leave at once


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = point_of(history, best_epoch(history))
    last = point_of(history, len(history["val_loss"]))
    validation_is_clearly_worse = last.validation - best.validation > 0.1
    training_is_better = last.training < best.training
    return bool(validation_is_clearly_worse and training_is_better)


# %%
def show_series(history):
    for name in ("loss", "val_loss"):
        plt.plot(range(1, len(history[name]) + 1), history[name], label=name)
    plt.axvline(best_epoch(history), color="gray")
    plt.legend()
    plt.show()
