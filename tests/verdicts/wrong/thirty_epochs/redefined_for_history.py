# verdict: less
# fails: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "`best_epoch` is given such a dictionary": the last definition asks for .history and crashes on a dictionary
# keeps: train_thirty_epochs, is_overfitting
# why: the try cell handed over the History object, and the function was changed to fit it

# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    thirty_model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    thirty_model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return thirty_model.fit(
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
    best = int(np.argmin(history["val_loss"]))
    rise = history["val_loss"][-1] - history["val_loss"][best]
    fall = history["loss"][best] - history["loss"][-1]
    return bool(rise > 0.1 and fall > 0)


# %%
short = train_thirty_epochs(train_images[:100], train_labels[:100], test_images[:50], test_labels[:50])

# %%
best_epoch(short)   # TypeError: 'History' object is not subscriptable

# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history.history["val_loss"])) + 1


# %%
best_epoch(short)
