# verdict: less
# fails: overfitting_is_told_from_learning
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_failing
# breaks: validation loss "more than 0.1 higher": it asks for more than ten percent higher (times 1.1)
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting is right where both readings agree
# why: read 0.1 as ten percent
import tensorflow as tf


def make_net_for_thirty():
    net = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(100, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = make_net_for_thirty()
    result = net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
    )
    return result


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 0
    for number, value in enumerate(history["val_loss"]):
        if value < history["val_loss"][best]:
            best = number
    return best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    best_val = history["val_loss"][best]
    last_val = history["val_loss"][-1]
    if last_val > best_val * 1.1 and history["loss"][-1] < history["loss"][best]:
        return True
    else:
        return False
