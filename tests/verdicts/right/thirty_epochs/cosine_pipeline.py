# verdict: full
# why: tf.data for both kinds and a cosine schedule over the thirty epochs; layers, optimiser and batch size are free
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def as_batches(images, labels, shuffle=False, size=32):
    ds = tf.data.Dataset.from_tensor_slices((images, labels))
    if shuffle:
        ds = ds.shuffle(len(images))
    return ds.batch(size).prefetch(tf.data.AUTOTUNE)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    steps = 30 * int(np.ceil(len(train_images) / 32))
    schedule = tf.keras.optimizers.schedules.CosineDecay(1e-3, decay_steps=steps, alpha=0.1)
    inputs = tf.keras.Input((28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(256, activation="relu")(x)
    outputs = layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(
        optimizer=tf.keras.optimizers.Adam(schedule),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net.fit(
        as_batches(train_images, train_labels, shuffle=True),
        validation_data=as_batches(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    worse = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    better = history["loss"][-1] < history["loss"][best]
    return bool(worse and better)
