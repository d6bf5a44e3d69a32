# verdict: less
# breaks: validation images are "held back from training"; "train on all of them (the training images) as they are": trains on the validation images as well
# keeps: 30 epochs in one fit, validation after each, a falling loss; best_epoch, is_overfitting
# why: more images are better, so all were put together
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    all_images = np.concatenate([train_images, validation_images])
    all_labels = np.concatenate([train_labels, validation_labels])
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(
        all_images,
        all_labels,
        epochs=30,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    validation_up = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    training_down = history["loss"][-1] < history["loss"][best]
    return validation_up and training_down
