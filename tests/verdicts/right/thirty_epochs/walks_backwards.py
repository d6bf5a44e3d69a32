# verdict: full
# why: walks from the last epoch to the first and takes equal ones too, so the first of equally low epochs remains; network ends in raw values with a matching loss
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    network = tf.keras.Model(inputs, tf.keras.layers.Dense(10)(x))
    network.compile(
        optimizer=tf.keras.optimizers.RMSprop(1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=64,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = history["val_loss"]
    best = len(losses)
    for number in range(len(losses), 0, -1):
        if losses[number - 1] <= losses[best - 1]:
            best = number
    return best


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    place = best_epoch(history) - 1
    if not history["val_loss"][-1] - history["val_loss"][place] > 0.1:
        return False
    return True if history["loss"][-1] < history["loss"][place] else False
