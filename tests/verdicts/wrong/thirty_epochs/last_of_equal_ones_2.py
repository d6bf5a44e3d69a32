# verdict: less
# breaks: "of equally low ones the first counts"; the <= in the loop keeps the last one
# keeps: train_thirty_epochs; best_epoch without ties; is_overfitting without ties
# why: <= where < belongs
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model30 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model30.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history30 = model30.fit(
        train_images,
        train_labels,
        batch_size=64,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history30.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    for i in range(len(history["val_loss"])):
        if history["val_loss"][i] <= history["val_loss"][best - 1]:
            best = i + 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    val_difference = history["val_loss"][-1] - history["val_loss"][best - 1]
    train_difference = history["loss"][-1] - history["loss"][best - 1]
    if val_difference > 0.1 and train_difference < 0:
        return True
    return False
