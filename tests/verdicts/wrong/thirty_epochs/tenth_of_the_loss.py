# verdict: less
# breaks: "more than 0.1 higher" is a difference; this asks for more than 10 % higher
# keeps: train_thirty_epochs and best_epoch
# why: read 0.1 as a tenth of the best loss
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
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = model.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history.history


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher and lower)
