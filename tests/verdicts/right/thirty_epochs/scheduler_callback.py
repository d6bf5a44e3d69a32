# verdict: full
# why: LearningRateScheduler with warm-up and decay, logits at the end; best_epoch by min over pairs, where the first of equals wins
from operator import itemgetter

import tensorflow as tf


def warm_up(epoch, rate):
    if epoch < 3:
        return 1e-3 * (epoch + 1) / 3
    return 1e-3 * 0.97 ** (epoch - 3)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        callbacks=[tf.keras.callbacks.LearningRateScheduler(warm_up)],
        verbose=2,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    number, _ = min(enumerate(history["val_loss"], 1), key=itemgetter(1))
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    pairs = list(zip(history["loss"], history["val_loss"]))
    best_loss, best_val = pairs[best_epoch(history) - 1]
    last_loss, last_val = pairs[-1]
    return bool(last_val - best_val > 0.1 and last_loss < best_loss)
