# verdict: less
# fails: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls
# passes: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs, all in one call of fit": fit_generator does not exist any more, AttributeError
# keeps: best_epoch and is_overfitting are right
# why: old answer in a forum about training from a generator
import numpy as np
import tensorflow as tf


def batches(images, labels, batch_size=32):
    while True:
        chosen = np.random.randint(0, len(images), batch_size)
        yield images[chosen], labels[chosen]


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.models.Sequential()
    net.add(tf.keras.layers.Flatten(input_shape=(28, 28)))
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net.fit_generator(
        batches(train_images, train_labels),
        steps_per_epoch=len(train_images) // 32,
        epochs=30,
        validation_data=(validation_images, validation_labels),
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = int(np.argmin(history["val_loss"]))
    return bool(history["val_loss"][-1] - history["val_loss"][i] > 0.1 and history["loss"][-1] < history["loss"][i])
