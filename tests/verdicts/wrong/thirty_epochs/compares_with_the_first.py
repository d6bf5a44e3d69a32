# verdict: less
# fails: overfitting_is_told_from_learning
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "Compare the last epoch with the best one": it compares the last with the first epoch
# keeps: train_thirty_epochs and best_epoch are right
# why: misread, took index 0 for the best epoch
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
    )
    return history.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]
    smallest = min(losses)
    position = losses.index(smallest)
    return position + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    val_first = history["val_loss"][0]
    val_last = history["val_loss"][-1]
    train_first = history["loss"][0]
    train_last = history["loss"][-1]
    print("validation:", val_first, "->", val_last)
    print("training:", train_first, "->", train_last)
    if val_last - val_first > 0.1 and train_last < train_first:
        return True
    return False
