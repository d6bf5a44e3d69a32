# verdict: full
# why: a class wraps the dictionary and answers through properties; the functions only pass on

# %%
class Series:
    """The two losses, with questions about them."""

    def __init__(self, history):
        self.training = list(history["loss"])
        self.validation = list(history["val_loss"])

    @property
    def place_of_best(self):
        places = range(len(self.validation))
        return min(places, key=self.validation.__getitem__)

    @property
    def validation_rise(self):
        return self.validation[-1] - self.validation[self.place_of_best]

    @property
    def training_rise(self):
        return self.training[-1] - self.training[self.place_of_best]


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    tf.keras.utils.set_random_seed(3)
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(256, activation="relu"))
    net.add(tf.keras.layers.Dense(len(CLASS_NAMES), activation="softmax"))
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    validation = (validation_images, validation_labels)
    return net.fit(train_images, train_labels, epochs=30, validation_data=validation, verbose=0)


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return Series(history).place_of_best + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    series = Series(history)
    return bool(series.validation_rise > 0.1 and series.training_rise < 0)
