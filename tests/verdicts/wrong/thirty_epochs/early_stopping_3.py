# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "trains it for 30 epochs": EarlyStopping ends the training a few epochs after the best one
# keeps: one fit with validation, a new network; best_epoch and is_overfitting are right
# why: learned that one should stop when the validation loss rises, and built it in
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    patience = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=2)
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
    b = best_epoch(history) - 1
    return bool(
        history["val_loss"][-1] - history["val_loss"][b] > 0.1
        and history["loss"][-1] < history["loss"][b]
    )
