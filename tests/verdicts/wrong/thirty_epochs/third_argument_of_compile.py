# verdict: less
# fails: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls
# breaks: the metrics stand where `compile` expects the weights of losses, so training raises
# keeps: best_epoch and is_overfitting
# why: took the third place of `compile` for the metrics
from operator import gt, lt

import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    dense = tf.keras.layers.Dense
    student = tf.keras.Sequential(
        [tf.keras.layers.Flatten(), dense(128, "relu"), dense(64, "relu"), dense(10, "softmax")]
    )
    student.compile(
        tf.keras.optimizers.Adam(1e-3),
        tf.keras.losses.SparseCategoricalCrossentropy(),
        ["accuracy"],
    )
    return student.fit(
        train_images, train_labels, epochs=30, verbose=0,
        validation_data=(validation_images, validation_labels),
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val = history["val_loss"]
    ranking = sorted(range(1, len(val) + 1), key=lambda epoch: val[epoch - 1])
    return ranking[0]


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    here, last = best_epoch(history) - 1, len(history["val_loss"]) - 1
    checks = [("val_loss", gt, 0.1), ("loss", lt, 0.0)]
    return all(
        bool(compare(history[name][last] - history[name][here], limit))
        for name, compare, limit in checks
    )
