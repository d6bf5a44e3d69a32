# verdict: full
# why: a beginner's loop with a strict < finds the first lowest one, for any number of epochs; SGD with a sane rate
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    my_model = tf.keras.models.Sequential()
    my_model.add(tf.keras.layers.Flatten())
    my_model.add(tf.keras.layers.Dense(128, activation="relu"))
    my_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    sgd = tf.keras.optimizers.SGD(learning_rate=0.05)
    my_model.compile(optimizer=sgd, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    hist = my_model.fit(train_images, train_labels, epochs=30, verbose=2,
                        validation_data=(validation_images, validation_labels))
    return hist


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]
    lowest = losses[0]
    best = 1
    epoch = 1
    for value in losses:
        if value < lowest:
            lowest = value
            best = epoch
        epoch += 1
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history)
    # lists count from 0, epochs from 1
    val_best = history["val_loss"][best - 1]
    val_last = history["val_loss"][-1]
    train_best = history["loss"][best - 1]
    train_last = history["loss"][-1]
    if val_last - val_best <= 0.1:
        return False
    if train_last >= train_best:
        return False
    return True
