# verdict: less
# fails: overfitting_is_told_from_learning
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "Compare the *last* epoch with the best one": uses the epoch's number as an index, so it looks at the one after the best (or crashes)
# keeps: train_thirty_epochs, best_epoch; is_overfitting in some cases
# why: forgot to take 1 away again

# %%
import numpy as np
import tensorflow as tf

# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    val_difference = history["val_loss"][-1] - history["val_loss"][best]
    train_difference = history["loss"][-1] - history["loss"][best]
    return bool(val_difference > 0.1 and train_difference < 0)
