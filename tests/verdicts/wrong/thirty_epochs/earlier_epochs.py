# verdict: less
# breaks: "such a dictionary, of any number of epochs": with one epoch there are no earlier ones, and min of an empty list is a ValueError
# keeps: train_thirty_epochs, best_epoch; is_overfitting from two epochs on
# why: compared the last epoch with the best of those before it
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
    net = tf.keras.Sequential(layers)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(
        x=train_images,
        y=train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = history["val_loss"]
    return min(range(len(values)), key=lambda place: values[place]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    earlier = list(history["val_loss"][:-1])
    lowest = min(earlier)
    place = earlier.index(lowest)
    return bool(
        history["val_loss"][-1] - lowest > 0.1
        and history["loss"][-1] < history["loss"][place]
    )
