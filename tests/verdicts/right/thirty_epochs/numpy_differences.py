# verdict: full
# why: a physicist's arrays and differences, the history returned as the dictionary in it
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    x = tf.keras.Input((28, 28))
    y = tf.keras.layers.Dense(10, activation="softmax")(
        tf.keras.layers.Dense(64, activation="relu")(tf.keras.layers.Flatten()(x))
    )
    model = tf.keras.Model(x, y)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h = model.fit(
        train_images,
        train_labels,
        batch_size=64,
        epochs=30,
        verbose=0,
        validation_data=(validation_images, validation_labels),
    )
    return h.history


def best_epoch(history):
    return int(np.argmin(np.array(history["val_loss"]))) + 1


def is_overfitting(history):
    val, train = np.array(history["val_loss"]), np.array(history["loss"])
    b = best_epoch(history) - 1
    d_val, d_train = val[-1] - val[b], train[-1] - train[b]
    return bool((d_val > 0.1) & (d_train < 0))
