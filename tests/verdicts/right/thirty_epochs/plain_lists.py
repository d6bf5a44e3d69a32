# verdict: full
# why: lists and their own methods only; `index` finds the first of equal losses by itself
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
    )


def best_epoch(history):
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    worse = history["val_loss"][-1] > history["val_loss"][best] + 0.1
    learned = history["loss"][-1] < history["loss"][best]
    if worse and learned:
        return True
    return False
