# verdict: full
# why: a small convolutional network instead of the usual one; "layers, optimiser and batch size are up to you"
import tensorflow as tf


def little_convnet():
    return tf.keras.Sequential(
        [
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    convnet = little_convnet()
    convnet.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return convnet.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        batch_size=50,
        epochs=30,
        verbose=2,
    )


def best_epoch(history):
    val_loss = history["val_loss"]
    return 1 + min(range(len(val_loss)), key=lambda i: val_loss[i])


def is_overfitting(history):
    at_best = best_epoch(history) - 1
    at_end = len(history["val_loss"]) - 1
    rise = history["val_loss"][at_end] - history["val_loss"][at_best]
    fall = history["loss"][at_best] - history["loss"][at_end]
    return bool(rise > 0.1 and fall > 0)
