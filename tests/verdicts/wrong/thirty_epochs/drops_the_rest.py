# verdict: less
# breaks: "train on all of them": drop_remainder leaves out the last images whenever their number is no multiple of 32
# keeps: best_epoch and is_overfitting, 30 epochs, validation
# why: copied a tf.data pipeline with drop_remainder=True
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
    batches = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
    batches = batches.batch(32, drop_remainder=True).shuffle(2000)
    held_back = tf.data.Dataset.from_tensor_slices((validation_images, validation_labels))
    return model.fit(batches, epochs=30, validation_data=held_back.batch(32), verbose=0)


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher and lower)
