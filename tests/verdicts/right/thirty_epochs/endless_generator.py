# verdict: full
# why: an endless generator with steps_per_epoch covers all training images in every epoch; plain Python loops for the two readers
import numpy as np
import tensorflow as tf


def forever(x, y, size, *, rng):
    while True:
        for part in np.array_split(rng.permutation(len(x)), max(1, len(x) // size)):
            yield x[part], y[part]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    size = 40
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(48, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="nadam", loss="sparse_categorical_crossentropy")
    return net.fit(
        forever(train_images, train_labels, size, rng=np.random.default_rng(0)),
        steps_per_epoch=max(1, len(train_images) // size),
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best, lowest = 0, float("inf")
    for epoch, value in enumerate(history["val_loss"]):
        if value < lowest:
            best, lowest = epoch, value
    return best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    if not history["loss"][-1] < history["loss"][best]:
        return False
    return bool(history["val_loss"][-1] > history["val_loss"][best] + 0.1)
