# verdict: full
# why: plots the two curves after training and splits the questions over small helpers that are used from is_overfitting
import matplotlib.pyplot as plt
import tensorflow as tf


def plot_thirty(series):
    plt.figure()
    plt.plot(series["loss"], label="training loss")
    plt.plot(series["val_loss"], label="validation loss")
    plt.xlabel("epoch")
    plt.legend()
    plt.show()


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    tf.keras.utils.set_random_seed(7)
    a = tf.keras.layers.Flatten()
    b = tf.keras.layers.Dense(256, activation="relu")
    c = tf.keras.layers.Dense(10, activation="softmax")
    net = tf.keras.Sequential([a, b, c])
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    history = net.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        batch_size=64,
    )
    plot_thirty(history.history)
    return history


def value_at(history, name, epoch):
    return history[name][epoch - 1]


def last_epoch_number(history):
    return len(history["loss"])


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    for epoch in range(1, last_epoch_number(history) + 1):
        if value_at(history, "val_loss", epoch) < value_at(history, "val_loss", best):
            best = epoch
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    last = last_epoch_number(history)
    if value_at(history, "val_loss", last) - value_at(history, "val_loss", best) <= 0.1:
        return False
    if value_at(history, "loss", last) >= value_at(history, "loss", best):
        return False
    return True
