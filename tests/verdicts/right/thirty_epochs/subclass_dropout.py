# verdict: full
# why: subclassed model with dropout, returns the dictionary rather than the History object, which the prompt allows
import tensorflow as tf


class LongRunNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.d1 = tf.keras.layers.Dense(128, activation="relu")
        self.drop = tf.keras.layers.Dropout(0.2)
        self.d2 = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x, training=None):
        x = self.d1(self.flatten(x))
        x = self.drop(x, training=training)
        return self.d2(x)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = LongRunNet()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = net.fit(
        train_images,
        train_labels,
        batch_size=64,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history.history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    loss, val_loss = history["loss"], history["val_loss"]
    return bool(val_loss[-1] - val_loss[best - 1] > 0.1 and loss[-1] < loss[best - 1])
