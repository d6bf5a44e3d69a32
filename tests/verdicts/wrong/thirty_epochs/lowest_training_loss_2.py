# verdict: less
# breaks: compares the last training loss with that of the best epoch; this asks whether it is the lowest of all epochs
# keeps: train_thirty_epochs and best_epoch; is_overfitting while the training loss falls all the time
# why: took "is lower" for "is lowest"
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
    rise = history["val_loss"][-1] - min(history["val_loss"])
    if rise > 0.1 and best_epoch(history) < len(history["loss"]):
        return history["loss"][-1] == min(history["loss"])
    return False
