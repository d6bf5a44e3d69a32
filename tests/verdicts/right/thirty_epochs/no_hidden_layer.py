# verdict: full
# why: no hidden layer at all and plain gradient descent ("layers, optimiser and batch size are up to you"); vectors of NumPy answer the rest
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    pixels = tf.keras.Input(shape=(28, 28))
    classes = tf.keras.layers.Dense(10, activation="softmax")(tf.keras.layers.Flatten()(pixels))
    regression = tf.keras.Model(pixels, classes)
    regression.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.05),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    return regression.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        batch_size=16,
        epochs=30,
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return np.asarray(history["val_loss"]).argmin() + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    both = np.array([history["loss"], history["val_loss"]])
    training, validation = both[:, -1] - both[:, best_epoch(history) - 1]
    return bool(training < 0 < 0.1 < validation)
