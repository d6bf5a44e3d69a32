# verdict: full
# why: np.where on the minimum and np.logical_and, turned into a plain bool; compiled without metrics, since only losses are asked for
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inp = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(128, activation="relu")(tf.keras.layers.Flatten()(inp))
    out = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    net = tf.keras.Model(inp, out)
    net.compile("adam", "sparse_categorical_crossentropy")
    kwargs = {"epochs": 30, "verbose": 2, "validation_data": (validation_images, validation_labels)}
    return net.fit(train_images, train_labels, **kwargs)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    v = np.asarray(history["val_loss"])
    places = np.where(v == v.min())[0]
    return int(places[0]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    v, t = np.asarray(history["val_loss"]), np.asarray(history["loss"])
    i = best_epoch(history) - 1
    return bool(np.logical_and(v[-1] - v[i] > 0.1, t[-1] < t[i]))
