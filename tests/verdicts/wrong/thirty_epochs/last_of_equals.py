# verdict: less
# fails: first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "of equally low ones the first counts": the loop uses <= and so takes the last
# keeps: train_thirty_epochs, best_epoch without ties, is_overfitting without ties
# why: wrote <= in the search loop
import tensorflow as tf


class ThirtyNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(128, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(self.flatten(x)))


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = ThirtyNet()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best, lowest = 0, float("inf")
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss <= lowest:
            best, lowest = epoch, loss
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][best] > 0.1
        and history["loss"][-1] < history["loss"][best]
    )
