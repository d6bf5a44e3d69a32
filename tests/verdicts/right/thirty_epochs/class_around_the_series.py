# verdict: full
# why: a class with __getitem__ and comparison hides the counting from 1; NUMBER_OF_EPOCHS is made in another cell by string work; the network is a global that the function binds
# %%
import tensorflow as tf

NUMBER_OF_EPOCHS, *_ = [int(word) for word in "train for 30 epochs".split() if word.isdigit()]


class Series:
    """Losses counted from 1, as people count."""

    def __init__(self, numbers):
        self.numbers = list(numbers)

    def __getitem__(self, epoch):
        return self.numbers[epoch - 1 if epoch > 0 else epoch]

    def lowest(self):
        return self.numbers.index(min(self.numbers)) + 1


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    global long_trained
    long_trained = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    long_trained.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return long_trained.fit(
        train_images,
        train_labels,
        epochs=NUMBER_OF_EPOCHS,
        verbose=0,
        validation_data=(validation_images, validation_labels),
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return Series(history["val_loss"]).lowest()


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    training, validation = Series(history["loss"]), Series(history["val_loss"])
    best = validation.lowest()
    if validation[-1] - validation[best] > 0.1:
        return True if training[-1] < training[best] else False
    return False
