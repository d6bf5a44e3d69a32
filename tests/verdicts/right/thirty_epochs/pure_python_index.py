# verdict: full
# why: no NumPy: min and index (the first of equals); returns the dictionary instead of the History
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return the dictionary of its history."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    fitted = network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return fitted.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    series = list(history["val_loss"])
    return series.index(min(series)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    number = best_epoch(history)
    worse = history["val_loss"][-1] > history["val_loss"][number - 1] + 0.1
    if worse and history["loss"][-1] < history["loss"][number - 1]:
        return True
    return False
