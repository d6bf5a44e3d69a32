# verdict: full
# why: a learning-rate schedule and a progress callback ride along; extra series in the history are allowed, all 30 epochs run
import numpy as np
import tensorflow as tf


class Dots(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(".", end="" if epoch % 10 != 9 else "\n", flush=True)


def gently(epoch, rate):
    return rate if epoch < 10 else rate * 0.97


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.AdamW(1e-3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[
            tf.keras.callbacks.LearningRateScheduler(gently),
            tf.keras.callbacks.TerminateOnNaN(),
            Dots(),
        ],
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return sorted(range(1, len(history["val_loss"]) + 1), key=lambda e: history["val_loss"][e - 1])[0]


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    match history:
        case {"loss": [*loss], "val_loss": [*val_loss]}:
            place = best_epoch(history) - 1
            return bool(val_loss[-1] - val_loss[place] > 0.1 and loss[-1] < loss[place])
    return False
