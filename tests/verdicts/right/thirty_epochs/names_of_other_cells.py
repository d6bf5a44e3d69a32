# verdict: full
# why: constants, layer recipe and helper come from earlier cells; is_overfitting stands before best_epoch, which it calls
# %%
import numpy as np
import tensorflow as tf

EPOCHS = 30
MARGIN = 0.1


def thirty_network(*, hidden=64):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(hidden, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adamax", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net

# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    at = best_epoch(history) - 1
    return all(
        (
            bool(history["val_loss"][-1] - history["val_loss"][at] > MARGIN),
            bool(history["loss"][-1] < history["loss"][at]),
        )
    )

# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = np.asarray(history["val_loss"])
    return int(np.flatnonzero(values == values.min())[0] + 1)

# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = thirty_network(hidden=96)
    net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=EPOCHS,
        verbose=0,
    )
    return net.history
