# verdict: full
# why: train_step and test_step with own Mean trackers; the History has "loss" and "val_loss" all the same
import tensorflow as tf
from tensorflow import keras


class TrackedModel(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loss_mean = keras.metrics.Mean(name="loss")
        self.crossentropy = keras.losses.SparseCategoricalCrossentropy()

    @property
    def metrics(self):
        return [self.loss_mean]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.crossentropy(y, self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.loss_mean.update_state(loss)
        return {"loss": self.loss_mean.result()}

    def test_step(self, data):
        x, y = data
        self.loss_mean.update_state(self.crossentropy(y, self(x, training=False)))
        return {"loss": self.loss_mean.result()}


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    net = TrackedModel(inputs, outputs)
    net.compile(optimizer=keras.optimizers.Adam())
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    best = 1
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < history["val_loss"][best - 1]:
            best = epoch
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    i = best_epoch(history) - 1
    if history["val_loss"][-1] - history["val_loss"][i] <= 0.1:
        return False
    return True if history["loss"][-1] < history["loss"][i] else False
