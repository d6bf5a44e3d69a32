# verdict: less
# fails: first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "of equally low ones the first counts": the comparison with <= takes the last
# keeps: train_thirty_epochs is right; best_epoch and is_overfitting are right where the lowest loss occurs once
# why: <= instead of <
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train_images, train_labels, epochs=30,
                   validation_data=(validation_images, validation_labels))


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    lowest = 1000000
    best = 0
    for i in range(len(history["val_loss"])):
        if history["val_loss"][i] <= lowest:
            lowest = history["val_loss"][i]
            best = i + 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    a = history["val_loss"][best - 1]
    b = history["val_loss"][-1]
    c = history["loss"][best - 1]
    d = history["loss"][-1]
    if b - a > 0.1 and d < c:
        return True
    return False
