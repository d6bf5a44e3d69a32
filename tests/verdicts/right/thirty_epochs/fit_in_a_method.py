# verdict: full
# why: training is a method of a class that is itself the network (subclass of Sequential, compiled in __init__), with a cosine schedule; itertools.accumulate for the best
import itertools

import numpy as np
import tensorflow as tf


class LongRunner(tf.keras.Sequential):
    def __init__(self):
        super().__init__(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(96, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )

    def run(self, training, validation, epochs):
        steps = epochs * int(np.ceil(len(training[0]) / 32))
        falling = tf.keras.optimizers.schedules.CosineDecay(1e-3, decay_steps=steps, alpha=0.05)
        self.compile(
            optimizer=tf.keras.optimizers.Adam(learning_rate=falling),
            loss="sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        return self.fit(*training, epochs=epochs, validation_data=validation, verbose=0)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    runner = LongRunner()
    return runner.run((train_images, train_labels), (validation_images, validation_labels), 30)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    so_far = list(itertools.accumulate(history["val_loss"], min))
    return so_far.index(so_far[-1]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - min(history["val_loss"]) > 0.1
    lower = history["loss"][-1] < history["loss"][best]
    return {(True, True): True}.get((bool(higher), bool(lower)), False)
