# verdict: full
# why: NumPy arrays and argmin, functional model with a small batch size; answers turned into int and bool
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    picture = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(picture)
    x = tf.keras.layers.Dense(100, activation="relu")(x)
    answer = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(picture, answer)
    net.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy")
    return net.fit(
        x=train_images,
        y=train_labels,
        batch_size=50,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=2,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(np.asarray(history["val_loss"]))) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    loss, val_loss = np.asarray(history["loss"]), np.asarray(history["val_loss"])
    best = val_loss.argmin()
    return bool(val_loss[-1] > val_loss[best] + 0.1 and loss[-1] < loss[best])
