# verdict: less
# breaks: "returns the epoch with the lowest validation loss": the search starts with 1.0 as the lowest, so if all losses are 1 or more the answer is always epoch 1
# keeps: train_thirty_epochs; best_epoch and is_overfitting when some validation loss is below 1
# why: thought that a loss is never above 1
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest = 1.0
    best = 1
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest = loss
            best = epoch
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    rise = history["val_loss"][-1] - history["val_loss"][best - 1]
    fall = history["loss"][best - 1] - history["loss"][-1]
    return rise > 0.1 and fall > 0
