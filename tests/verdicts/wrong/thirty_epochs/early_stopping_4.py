# verdict: less
# breaks: "trains it for 30 epochs": EarlyStopping ends the training ten epochs after the best one
# keeps: best_epoch and is_overfitting; training where validation improves for long
# why: added the callback that a tutorial recommends for long trainings
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
    patience = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=10)
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[patience],
        verbose=0,
    )


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher and lower)
