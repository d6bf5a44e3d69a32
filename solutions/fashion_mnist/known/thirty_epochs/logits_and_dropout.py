"""Accepted: logits, dropout, stochastic gradient descent, larger batches and a loop."""

import tensorflow as tf

EPOCHS = 30


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, tf.nn.relu),
            tf.keras.layers.Dropout(0.2),
            tf.keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer=tf.keras.optimizers.SGD(0.1),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model.fit(
        train_images,
        train_labels,
        epochs=EPOCHS,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    fall = history["loss"][best] - history["loss"][-1]
    return rise > 0.1 and fall > 0


def best_epoch(history):
    best, lowest = 0, float("inf")
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            best, lowest = epoch, loss
    return best
