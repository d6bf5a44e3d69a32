# verdict: full
# why: trains and validates from tf.data in one call of fit, with a learning rate on a cosine; layers and optimiser are up to the student
# %%
import math

import tensorflow as tf


def _as_batches(images, labels, mixed=False):
    pairs = tf.data.Dataset.from_tensor_slices((images, labels))
    if mixed:
        pairs = pairs.shuffle(len(labels))
    return pairs.batch(64).prefetch(tf.data.AUTOTUNE)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    steps = math.ceil(len(train_labels) / 64) * 30
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="swish"),
            tf.keras.layers.Dense(10),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.CosineDecay(2e-3, steps)),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return network.fit(
        _as_batches(train_images, train_labels, mixed=True),
        validation_data=_as_batches(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    ).history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = history["val_loss"]
    return 1 + min(range(len(values)), key=values.__getitem__)


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    worse_on_new = history["val_loss"][-1] > history["val_loss"][place] + 0.1
    better_on_old = history["loss"][-1] < history["loss"][place]
    return bool(worse_on_new and better_on_old)
