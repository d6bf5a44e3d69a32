# verdict: full
# why: "layers, optimiser and batch size are up to you"
import numpy as np
import tensorflow as tf

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adadelta", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(train_images, train_labels, epochs=30, verbose=0,
                     validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1

def is_overfitting(history):
    b = np.argmin(history["val_loss"])
    return bool(history["val_loss"][-1] - history["val_loss"][b] > 0.1 and history["loss"][-1] < history["loss"][b])
