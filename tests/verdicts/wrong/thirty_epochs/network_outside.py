# verdict: less
# breaks: "builds a new network": the network is built outside, and a second call trains the old one on
# keeps: right on the first call; best_epoch and is_overfitting
# why: built the network in a cell of its own, as the introduction does
# %%
import numpy as np
import tensorflow as tf

long_model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    long_model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return long_model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


# %%
def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    more = history["val_loss"][-1] - history["val_loss"][best]
    return bool(more > 0.1 and history["loss"][-1] < history["loss"][best])
