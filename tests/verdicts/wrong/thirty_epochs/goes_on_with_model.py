# verdict: less
# breaks: "builds a new network and trains it": goes on training the notebook's `model`, which has had five epochs already (more at each call)
# keeps: 30 epochs in one fit with validation, falling loss; best_epoch, is_overfitting
# why: the model was there from the introduction
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][b] > 0.1
        and history["loss"][-1] < history["loss"][b]
    )
