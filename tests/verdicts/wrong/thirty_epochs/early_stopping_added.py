# verdict: less
# breaks: "trains it for 30 epochs"; EarlyStopping (min_delta 0.02, patience 1) ends the training long before
# keeps: validation, falling loss, History returned; best_epoch and is_overfitting are right
# why: every tutorial about over-fitting adds EarlyStopping
import tensorflow as tf
from tensorflow import keras


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = keras.Sequential([
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(256, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    early_stop = keras.callbacks.EarlyStopping(monitor="val_loss", min_delta=0.02, patience=1)
    return network.fit(
        train_images, train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[early_stop],
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_loss = list(history["val_loss"])
    return val_loss.index(min(val_loss)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][i] > 0.1
        and history["loss"][-1] < history["loss"][i]
    )
