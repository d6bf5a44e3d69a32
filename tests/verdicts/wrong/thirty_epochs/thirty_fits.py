# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs, all in **one** call of `fit`": it calls fit thirty times
# keeps: best_epoch, is_overfitting; it collects the series of 30 epochs in a dictionary
# why: a loop over the epochs, to print something after each

# %%
import numpy as np
import tensorflow as tf

series_so_far = {}


def note(history):
    for name, values in history.items():
        series_so_far.setdefault(name, []).extend(values)


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    series_so_far.clear()
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    for epoch in range(30):
        run = network.fit(
            train_images,
            train_labels,
            epochs=1,
            validation_data=(validation_images, validation_labels),
            verbose=0,
        )
        note(run.history)
    return dict(series_so_far)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = history["val_loss"].index(min(history["val_loss"]))
    return history["val_loss"][-1] - history["val_loss"][i] > 0.1 and history["loss"][-1] < history["loss"][i]
