# verdict: full
# why: returns the dictionary instead of the History, and finds the best epoch with min and list.index (first of the equal ones)
import tensorflow as tf


def small_validated_net():
    net = tf.keras.Sequential()
    net.add(tf.keras.Input((28, 28)))
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    held_back = (validation_images, validation_labels)
    net = small_validated_net()
    return net.fit(
        train_images, train_labels, epochs=30, validation_data=held_back, verbose=0
    ).history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    series = list(history["val_loss"])
    return series.index(min(series)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    loss, val_loss = history["loss"], history["val_loss"]
    return bool(val_loss[-1] > val_loss[place] + 0.1 and loss[-1] < loss[place])
