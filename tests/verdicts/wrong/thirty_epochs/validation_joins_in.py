# verdict: less
# breaks: the validation images are "held back from training"; here they are trained on as well
# keeps: best_epoch and is_overfitting, 30 epochs, validation
# why: "more data is better" - joined both for fit and still validates on a part of them
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
    all_images = np.concatenate([train_images, validation_images])
    all_labels = np.concatenate([train_labels, validation_labels])
    return model.fit(
        all_images,
        all_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    return history["val_loss"].index(min(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    more = history["val_loss"][-1] - history["val_loss"][best]
    return bool(more > 0.1 and history["loss"][-1] < history["loss"][best])
