# verdict: full
# why: a decorator turns numpy's answers into plain Python ones; SGD with momentum; sorted pairs give the first of equal ones

# %%
import functools

import numpy as np
import tensorflow as tf


def plain(kind):
    """Decorator: give the answer as `kind`, int or bool, not as a numpy number."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(history):
            return kind(function(history))

        return wrapper

    return decorate


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )


@plain(int)
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    pairs = sorted((loss, epoch) for epoch, loss in enumerate(history["val_loss"], start=1))
    return pairs[0][1]


@plain(bool)
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    loss, val_loss = np.array(history["loss"]), np.array(history["val_loss"])
    best = val_loss.argmin()
    return (val_loss[-1] - val_loss[best] > 0.1) & (loss[-1] < loss[best])
