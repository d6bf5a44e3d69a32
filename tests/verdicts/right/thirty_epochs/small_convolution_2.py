# verdict: full
# why: a small convolutional network ("layers are up to you"); one callback, which only prints; NumPy arrays for the series
import numpy as np
import tensorflow as tf


def note_epoch(epoch, logs):
    if epoch % 10 == 9:
        print("epoch", epoch + 1, "loss", logs["loss"])


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        callbacks=[tf.keras.callbacks.LambdaCallback(on_epoch_end=note_epoch)],
        verbose=0,
    )


def best_epoch(history):
    val_loss = np.asarray(history["val_loss"], dtype=float)
    return int(np.flatnonzero(val_loss == val_loss.min())[0]) + 1


def is_overfitting(history):
    val_loss, loss = (np.asarray(history[name], dtype=float) for name in ("val_loss", "loss"))
    best = val_loss.argmin()
    return bool((val_loss[-1] - val_loss[best] > 0.1) and (loss[-1] < loss[best]))
