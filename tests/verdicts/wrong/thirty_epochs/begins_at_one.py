# verdict: less
# breaks: "for 30 epochs": with initial_epoch=1 fit trains 29
# keeps: best_epoch and is_overfitting, validation after every epoch
# why: wanted the epochs to be counted from 1
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = model.fit(
        train_images,
        train_labels,
        initial_epoch=1,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher and lower)
