# verdict: full
# why: best_epoch counts from 0 and is_overfitting ignores the training loss at first; both are defined again, right, below a failing cell

# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    m30 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dropout(0.1),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m30.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m30.fit(
        train_images,
        train_labels,
        epochs=30,
        verbose=0,
        validation_data=(validation_images, validation_labels),
    )


# %%
def best_epoch(history):
    return np.argmin(history["val_loss"])


def is_overfitting(history):
    return history["val_loss"][-1] > min(history["val_loss"]) + 0.1


# %%
example = {"loss": [0.5, 0.4, 0.9], "val_loss": [0.5, 0.4, 0.8]}
assert best_epoch(example) == 2, best_epoch(example)
assert is_overfitting(example) is False

# %%
# Both wrong. Again:
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"]) + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    worse = history["val_loss"][-1] > history["val_loss"][i] + 0.1
    memorised = history["loss"][-1] < history["loss"][i]
    return bool(worse) and bool(memorised)


# %%
assert best_epoch(example) == 2, best_epoch(example)
assert is_overfitting(example) is False
