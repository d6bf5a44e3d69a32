# verdict: less
# breaks: "returns `True` if the validation loss is **more than 0.1 higher** while the training loss is **lower**, and `False` otherwise": an equal training loss is taken for lower.
# keeps: training, best_epoch, is_overfitting wherever the two training losses differ
# why: <= in place of <
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
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    lower = history["loss"][-1] <= history["loss"][best]
    return bool(higher and lower)
