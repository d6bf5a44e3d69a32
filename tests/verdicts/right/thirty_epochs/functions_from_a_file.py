# verdict: full
# why: best_epoch and is_overfitting are decorated to accept a History as well as a dictionary, with helpers imported from a file that %%writefile wrote
# %%
%%writefile series_tools.py
import functools


def takes_a_dictionary(function):
    """Let a function on dictionaries take a History too."""

    @functools.wraps(function)
    def wrapper(history):
        return function(getattr(history, "history", history))

    return wrapper


def first_minimum(numbers):
    best = 0
    for place, number in enumerate(numbers):
        if number < numbers[best]:
            best = place
    return best

# %%
import tensorflow as tf

import series_tools
from series_tools import takes_a_dictionary


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    layers = [tf.keras.layers.Flatten()]
    layers += [tf.keras.layers.Dense(64, activation="tanh")]
    layers += [tf.keras.layers.Dense(10, activation="softmax")]
    network = tf.keras.Sequential(layers)
    network.compile(optimizer=tf.keras.optimizers.Nadam(), loss="sparse_categorical_crossentropy")
    validation = dict(validation_data=(validation_images, validation_labels))
    return network.fit(train_images, train_labels, epochs=30, batch_size=128, verbose=0, **validation)


@takes_a_dictionary
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + series_tools.first_minimum(history["val_loss"])


@takes_a_dictionary
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    validation_rose = history["val_loss"][-1] - history["val_loss"][place] > 0.1
    training_fell = history["loss"][-1] < history["loss"][place]
    return bool(validation_rose) and bool(training_fell)
