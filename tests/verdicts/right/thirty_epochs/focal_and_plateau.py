# verdict: full
# why: own focal loss and ReduceLROnPlateau; it still trains all thirty epochs in one fit and notes both losses
import numpy as np
import tensorflow as tf


class SparseFocal(tf.keras.losses.Loss):
    def __init__(self, gamma=1.0, name="sparse_focal"):
        super().__init__(name=name)
        self.gamma = gamma

    def call(self, y_true, y_pred):
        labels = tf.cast(tf.reshape(y_true, [-1]), tf.int32)
        p = tf.reduce_sum(tf.one_hot(labels, 10) * y_pred, axis=-1)
        p = tf.clip_by_value(p, 1e-7, 1.0 - 1e-6)
        return -tf.pow(1.0 - p, self.gamma) * tf.math.log(p)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss=SparseFocal(gamma=1.0), metrics=["accuracy"])
    plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=4)
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[plateau],
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val = np.array(history["val_loss"], dtype=np.float64)
    return int(np.flatnonzero(val == val.min())[0] + 1)


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    b = best_epoch(history) - 1
    val_change = history["val_loss"][-1] - history["val_loss"][b]
    train_change = history["loss"][-1] - history["loss"][b]
    return bool(val_change > 0.1) and bool(train_change < 0)
