# verdict: full
# why: a convolutional network without Flatten at the start, the best epoch found by looking for the minimum with a loop; "layers, optimiser and batch size are up to you"
# %%
import numpy as np
import tensorflow as tf

# %% [markdown]
"""
First the two functions that only read a dictionary.
"""


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest = min(history["val_loss"])
    for number, value in enumerate(history["val_loss"], start=1):
        if value == lowest:
            return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    higher = history["val_loss"][-1] - history["val_loss"][best - 1]
    lower = history["loss"][best - 1] - history["loss"][-1]
    return bool(np.logical_and(higher > 0.1, lower > 0))


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    small_cnn = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    small_cnn.compile("adam", "sparse_categorical_crossentropy")
    small_cnn.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[tf.keras.callbacks.TerminateOnNaN()],
        verbose=0,
    )
    return small_cnn.history
