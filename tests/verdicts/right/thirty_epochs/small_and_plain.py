# verdict: full
# why: a narrow network in large batches that returns the dictionary; best_epoch finds the minimum of pairs (loss, epoch), where the smaller epoch wins a tie
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = network.fit(
        train_images,
        train_labels,
        batch_size=100,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    pairs = [(loss, number) for number, loss in enumerate(history["val_loss"], 1)]
    return min(pairs)[1]


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    epochs = list(zip(history["loss"], history["val_loss"]))
    best_training, best_validation = epochs[best_epoch(history) - 1]
    last_training, last_validation = epochs[-1]
    return bool(last_validation - best_validation > 0.1 and last_training < best_training)
