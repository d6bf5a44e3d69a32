# verdict: less
# fails: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls
# breaks: best_epoch and is_overfitting are "given such a dictionary"; they take history.history of it, which raises AttributeError
# keeps: train_thirty_epochs is right
# why: thought the argument is what fit returns, as it has the same name
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(96, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(train_images, train_labels, epochs=30,
                        validation_data=(validation_images, validation_labels))
    return history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_loss = history.history["val_loss"]
    best = 1
    for i in range(len(val_loss)):
        if val_loss[i] < val_loss[best - 1]:
            best = i + 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    val_loss = history.history["val_loss"]
    loss = history.history["loss"]
    return val_loss[-1] - val_loss[best - 1] > 0.1 and loss[-1] < loss[best - 1]
