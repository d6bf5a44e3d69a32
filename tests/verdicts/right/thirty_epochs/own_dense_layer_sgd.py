# verdict: full
# why: a hidden layer class of the student's own (maxout) and SGD with momentum; "layers, optimiser and batch size are up to you"
import numpy as np
import tensorflow as tf


class Maxout(tf.keras.layers.Layer):
    """Each neuron hands on the larger of two sums."""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], 2 * self.units), initializer="glorot_uniform", name="kernel"
        )
        self.bias = self.add_weight(shape=(2 * self.units,), initializer="zeros", name="bias")

    def call(self, inputs):
        sums = tf.matmul(inputs, self.kernel) + self.bias
        return tf.maximum(sums[:, : self.units], sums[:, self.units :])

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            Maxout(48),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.02, momentum=0.9),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    held_back = (validation_images, validation_labels)
    return network.fit(
        train_images, train_labels, batch_size=50, epochs=30, validation_data=held_back, verbose=0
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best, lowest = None, float("inf")
    for number, value in enumerate(history["val_loss"], start=1):
        if best is None or value < lowest:
            best, lowest = number, value
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    number = best_epoch(history)
    then, now = (
        np.array([history[name][place] for name in ("loss", "val_loss")])
        for place in (number - 1, -1)
    )
    change = now - then
    return bool(change[1] > 0.1 and change[0] < 0)
