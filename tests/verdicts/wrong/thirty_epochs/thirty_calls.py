# verdict: less
# breaks: "for 30 epochs, all in one call of fit": fit is called thirty times with one epoch each
# keeps: best_epoch, is_overfitting; the dictionary with 30 losses of each kind, new network, validation
# why: wanted to collect the losses in a loop of its own
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    looped = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    looped.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    series = {"loss": [], "val_loss": []}
    for epoch in range(30):
        history = looped.fit(
            train_images,
            train_labels,
            validation_data=(validation_images, validation_labels),
            verbose=0,
        )
        for name in series:
            series[name] += history.history[name]
    return series


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][best] > 0.1
        and history["loss"][-1] < history["loss"][best]
    )
