# verdict: less
# breaks: best_epoch and is_overfitting are "given such a dictionary"; .history on a dictionary raises AttributeError
# keeps: train_thirty_epochs is right
# why: wrote both functions for the History object that the first one returns
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net30 = tf.keras.Sequential()
    net30.add(tf.keras.layers.Flatten())
    net30.add(tf.keras.layers.Dense(100, activation="relu"))
    net30.add(tf.keras.layers.Dense(10, activation="softmax"))
    net30.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net30.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history.history["val_loss"])) + 1


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    series = history.history
    best = best_epoch(history) - 1
    higher = series["val_loss"][-1] > series["val_loss"][best] + 0.1
    lower = series["loss"][-1] < series["loss"][best]
    return bool(higher and lower)
