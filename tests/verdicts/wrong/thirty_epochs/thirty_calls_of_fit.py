# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "all in one call of fit": thirty calls with one epoch each
# keeps: trains a new network for 30 epochs with the right validation images and returns a dictionary of 30 losses; best_epoch and is_overfitting are right
# why: wrote the epochs as an own loop
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
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    all_losses = []
    all_val_losses = []
    for epoch in range(30):
        print("Epoch", epoch + 1)
        h = network.fit(
            train_images,
            train_labels,
            epochs=1,
            validation_data=(validation_images, validation_labels),
            verbose=0,
        )
        all_losses.append(h.history["loss"][0])
        all_val_losses.append(h.history["val_loss"][0])
    return {"loss": all_losses, "val_loss": all_val_losses}


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val = list(history["val_loss"])
    return val.index(min(val)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][i] > 0.1
    lower = history["loss"][-1] < history["loss"][i]
    return higher and lower
