# verdict: less
# breaks: is_overfitting "compare the last epoch with the best one": pop takes the last epoch out of the caller's dictionary, so the next call sees another last epoch (and a single epoch is a crash)
# keeps: train_thirty_epochs, best_epoch; the first call on a dictionary of two epochs or more
# why: pop is a short way to get the last number
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    result = net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )
    return result.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    last_validation = history["val_loss"].pop()
    last_training = history["loss"].pop()
    place = best_epoch(history) - 1
    return (
        last_validation - history["val_loss"][place] > 0.1
        and last_training < history["loss"][place]
    )
