# verdict: full
# why: feeds fit from tf.data datasets with all images, returns the dictionary, and reads the series in pure Python

# %%
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    training = (
        tf.data.Dataset.from_tensor_slices((train_images, train_labels))
        .shuffle(len(train_labels))
        .batch(64)
    )
    validation = tf.data.Dataset.from_tensor_slices(
        (validation_images, validation_labels)
    ).batch(256)
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(96, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(training, epochs=30, validation_data=validation, verbose=0).history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    number, _ = min(enumerate(history["val_loss"], start=1), key=lambda pair: pair[1])
    return number


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    at_best, at_end = (
        {name: history[name][place] for name in ("loss", "val_loss")}
        for place in (best_epoch(history) - 1, -1)
    )
    if at_end["loss"] >= at_best["loss"]:
        return False
    return bool(at_end["val_loss"] - at_best["val_loss"] > 0.1)
