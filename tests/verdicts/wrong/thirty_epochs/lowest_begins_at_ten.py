# verdict: less
# breaks: "`best_epoch` is given such a dictionary, of any number of epochs, and returns the epoch with the lowest validation loss."
# keeps: the training, ties, counting from 1, and both answers for all losses below 10
# why: starts the search with "a loss that is surely too high"; where all validation losses are above 10 (as with raw pixels), it always says epoch 1

# %%
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
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    lowest = 10.0  # guessing gives 2.3, so everything is below this
    for epoch, loss in enumerate(history["val_loss"]):
        if loss < lowest:
            lowest = loss
            best = epoch + 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    worse = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    learnt = history["loss"][-1] < history["loss"][best]
    return bool(worse and learnt)
