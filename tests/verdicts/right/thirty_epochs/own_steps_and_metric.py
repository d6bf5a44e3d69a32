# verdict: full
# why: model with own train_step and test_step; fit is still called once with validation data, and the history has loss and val_loss
import numpy as np
import tensorflow as tf


class Thirty(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.body = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(100, activation="relu"),
                tf.keras.layers.Dense(10),
            ]
        )
        self.tracker = tf.keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.tracker]

    def call(self, images):
        return self.body(images)

    def losses_of(self, images, labels, training):
        logits = self(images, training=training)
        return tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(labels, tf.int64), logits)

    def train_step(self, data):
        images, labels = data
        with tf.GradientTape() as tape:
            each = self.losses_of(images, labels, True)
            loss = tf.reduce_mean(each)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.tracker.update_state(each)
        return {"loss": self.tracker.result()}

    def test_step(self, data):
        images, labels = data
        self.tracker.update_state(self.losses_of(images, labels, False))
        return {"loss": self.tracker.result()}


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = Thirty()
    net.compile(
        optimizer=tf.keras.optimizers.RMSprop(1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    (val_best, val_last), (best_loss, last_loss) = (
        (history[name][best - 1], history[name][-1]) for name in ("val_loss", "loss")
    )
    return bool(val_last - val_best > 0.1) and bool(last_loss < best_loss)
