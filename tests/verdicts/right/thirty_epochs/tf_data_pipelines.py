# verdict: full
# why: gives fit two tf.data datasets instead of arrays; one call, 30 epochs, all images; enumerate from 1 for the best epoch
import tensorflow as tf

BATCH = 32


def as_dataset(images, labels):
    return tf.data.Dataset.from_tensor_slices((images, labels))


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`.

    The input pipeline follows the TensorFlow guide: shuffle, batch, prefetch.
    """
    train_ds = as_dataset(train_images, train_labels).shuffle(len(train_images)).batch(BATCH).prefetch(1)
    val_ds = as_dataset(validation_images, validation_labels).batch(BATCH)
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train_ds, validation_data=val_ds, epochs=30, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    number, _ = min(enumerate(history["val_loss"], start=1), key=lambda pair: pair[1])
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    pairs = list(zip(history["loss"], history["val_loss"]))
    best_loss, best_val = pairs[best_epoch(history) - 1]
    last_loss, last_val = pairs[-1]
    return last_val - best_val > 0.1 and last_loss < best_loss
