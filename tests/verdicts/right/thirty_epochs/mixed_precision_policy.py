# verdict: full
# why: mixed precision policy
import numpy as np
import tensorflow as tf

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(dtype="mixed_float16"),
        tf.keras.layers.Dense(128, activation="relu", dtype="mixed_float16"),
        tf.keras.layers.Dense(10, activation="softmax", dtype="float32")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(train_images, train_labels, epochs=30, verbose=0,
                     validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1

def is_overfitting(history):
    b = best_epoch(history) - 1
    return history["val_loss"][-1] - history["val_loss"][b] > 0.1 and history["loss"][-1] < history["loss"][b]
