# verdict: less
# breaks: train on the images "with their labels": the images are shuffled, the labels stay in the old order
# keeps: best_epoch and is_overfitting, 30 epochs, validation; the loss still falls, by learning by heart
# why: shuffled the images before training and forgot the labels
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    mixed = np.random.permutation(train_images)
    return model.fit(
        mixed,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher and lower)
