# verdict: less
# fails: validates_on_the_images_held_back
# passes: one_training_of_thirty_epochs, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "validating on the validation images": uses validation_split of the training images and never looks at the validation ones
# keeps: best_epoch, is_overfitting, thirty epochs in one fit
# why: validation_split=0.2 from another notebook
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train_images, train_labels, epochs=30, validation_split=0.2, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    return (
        history["val_loss"][-1] > history["val_loss"][best] + 0.1
        and history["loss"][-1] < history["loss"][best]
    )
