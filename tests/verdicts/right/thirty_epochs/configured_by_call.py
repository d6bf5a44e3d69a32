# verdict: full
# why: a set-up call fills globals (epochs, batch size, margin), and the functions use them

# %%
import numpy as np
import tensorflow as tf


def configure(epochs, batch_size, margin):
    """Set the settings of this exercise."""
    global EPOCHS_LONG, BATCH_LONG, MARGIN
    EPOCHS_LONG = epochs
    BATCH_LONG = batch_size
    MARGIN = margin


# %%
configure(epochs=30, batch_size=32, margin=0.1)

# %%
COMPILE_LONG = {
    "optimizer": "adam",
    "loss": "sparse_categorical_crossentropy",
    "metrics": ["accuracy"],
}


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    long_model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    long_model.compile(**COMPILE_LONG)
    history = long_model.fit(
        train_images,
        train_labels,
        batch_size=BATCH_LONG,
        epochs=EPOCHS_LONG,
        validation_data=(validation_images, validation_labels),
    )
    return history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + np.argmin(np.array(history["val_loss"])).item()


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    val_up = history["val_loss"][-1] - history["val_loss"][place]
    train_down = history["loss"][place] - history["loss"][-1]
    return bool(val_up > MARGIN) and bool(train_down > 0)


# %%
print(is_overfitting({"loss": [0.9, 0.5, 0.2], "val_loss": [0.8, 0.6, 0.9]}))
