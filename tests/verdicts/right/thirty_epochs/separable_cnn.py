# verdict: full
# why: a small modern CNN
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential([
        layers.Input((28, 28)),
        layers.Reshape((28, 28, 1)),
        layers.SeparableConv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.SeparableConv2D(64, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(train_images, train_labels, epochs=30, verbose=0,
                     validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1

def is_overfitting(history):
    b = best_epoch(history) - 1
    return history["val_loss"][-1] - history["val_loss"][b] > 0.1 and history["loss"][-1] < history["loss"][b]
