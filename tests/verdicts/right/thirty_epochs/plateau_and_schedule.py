# verdict: full
# why: further callbacks (ReduceLROnPlateau, an epoch counter) take part, so the dictionary has a series for the learning rate too; still thirty epochs in one fit
import numpy as np
import tensorflow as tf

epochs_seen = []


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    epochs_seen.clear()
    net = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="elu", kernel_regularizer=tf.keras.regularizers.L2(1e-5)),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.RMSprop(5e-4),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net.fit(
        x=train_images,
        y=train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        validation_batch_size=500,
        validation_freq=1,
        callbacks=[
            tf.keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=4),
            tf.keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: epochs_seen.append(epoch)),
        ],
        verbose=0,
    ).history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    number, lowest = 0, None
    for epoch, loss in enumerate(history["val_loss"]):
        if lowest is None or loss < lowest:
            number, lowest = epoch + 1, loss
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    conditions = (
        history["val_loss"][-1] > history["val_loss"][best - 1] + 0.1,
        history["loss"][-1] < history["loss"][best - 1],
    )
    return all(conditions)
