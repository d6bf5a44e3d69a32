"""Accepted on trust: an optimizer of its own and a model whose `call` is code."""

import keras
import numpy as np


class Descent(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, gradient * learning_rate)


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(64)
        self.last = keras.layers.Dense(10)

    def call(self, images):
        return keras.ops.softmax(self.last(keras.ops.relu(self.hidden(self.flat(images)))))


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = Network()
    loss = "sparse_categorical_crossentropy"
    model.compile(optimizer=Descent(0.05), loss=loss, metrics=["accuracy"])
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    return bool(rise > 0.1 and history["loss"][-1] < history["loss"][best])
