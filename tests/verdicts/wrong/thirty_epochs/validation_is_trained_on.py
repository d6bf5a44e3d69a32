# verdict: less
# breaks: the validation images are "held back from training": they are joined to the training images
# keeps: best_epoch, is_overfitting; new network, 30 epochs in one fit, validation on the right images
# why: read "train on all of them" as all images there are
# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    # train on all images
    all_images = np.concatenate([train_images, validation_images])
    all_labels = np.concatenate([train_labels, validation_labels])
    network30 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network30.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network30.fit(
        all_images,
        all_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(np.array(history["val_loss"]))) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    position = best_epoch(history) - 1
    if history["val_loss"][-1] > history["val_loss"][position] + 0.1:
        return bool(history["loss"][-1] < history["loss"][position])
    return False
