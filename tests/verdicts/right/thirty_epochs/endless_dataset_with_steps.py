# verdict: full
# why: a repeated tf.data pipeline with steps_per_epoch (rounded up, so every image comes once an epoch); dictionary returned; sorting is stable, so the first of equals wins
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    size = 50
    steps = -(-len(train_images) // size)
    endless = (
        tf.data.Dataset.from_tensor_slices((train_images, train_labels))
        .shuffle(len(train_images))
        .batch(size)
        .repeat()
    )
    held_back = tf.data.Dataset.from_tensor_slices((validation_images, validation_labels)).batch(256)
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(100, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    past = network.fit(endless, steps_per_epoch=steps, epochs=30, validation_data=held_back, verbose=0)
    return past.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    numbered = enumerate(history["val_loss"], start=1)
    (epoch, _), *_ = sorted(numbered, key=lambda pair: pair[1])
    return epoch


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    if len(history["val_loss"]) < 2:
        return False
    epochs = list(zip(history["loss"], history["val_loss"]))
    training, validation = epochs[best_epoch(history) - 1]
    last_training, last_validation = epochs[-1]
    if last_validation <= validation + 0.1:
        return False
    return bool(last_training < training)
