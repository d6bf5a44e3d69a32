# verdict: less
# breaks: "Compare the *last* epoch with the best one: it returns `True` if the validation loss is **more than 0.1 higher** while the training loss is **lower**"
# keeps: training, best_epoch and the validation part of is_overfitting; right for every training loss that falls all the way
# why: thought that a falling training loss means lower than where it began, so compared the last with the first epoch
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    validation, training = history["val_loss"], history["loss"]
    best = validation[best_epoch(history) - 1]
    gets_worse = validation[-1] - best > 0.1
    still_learns = training[-1] < training[0]
    return bool(gets_worse and still_learns)
