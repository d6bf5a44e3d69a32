# verdict: full
# why: a loop by hand with a strict comparison, so that of equally low epochs the first stays
# %%
import numpy as np
import tensorflow as tf

THIRTY = 30


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    long_run = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dropout(0.2),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    long_run.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    result = long_run.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=THIRTY,
        batch_size=128,
        verbose=0,
    )
    return result


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest = None
    answer = 0
    for epoch, value in enumerate(history["val_loss"], start=1):
        if lowest is None or value < lowest:
            lowest = value
            answer = epoch
    return answer


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    validation_got_worse = history["val_loss"][-1] > history["val_loss"][best - 1] + 0.1
    training_got_better = history["loss"][-1] < history["loss"][best - 1]
    if validation_got_worse and training_got_better:
        return True
    return False
