"""Mistake on trust: thirty epochs in a loop of its own, a batch at a time.

Fails: one_training_of_thirty_epochs
"""

import keras
import numpy as np


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    dense = keras.layers.Dense
    model = keras.Sequential(
        [keras.layers.Flatten(), dense(64, activation="relu"), dense(10, activation="softmax")]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(30):
        for start in range(0, len(train_images), 32):
            rows = slice(start, start + 32)
            loss, accuracy = model.train_on_batch(train_images[rows], train_labels[rows])
        validation = model.evaluate(validation_images, validation_labels, verbose=0)
        for name, value in zip(history, (loss, accuracy, *validation), strict=True):
            history[name].append(float(value))
    return history


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    return bool(rise > 0.1 and history["loss"][-1] < history["loss"][best])
