# verdict: full
# why: a class used as decorator returns what its function raises; a Lambda layer flattens; names of the first cell are rebound in the second
# %%
import tensorflow as tf

flatten = tf.keras.layers.Flatten()


class Raises:
    """Calls the function and returns the exception that comes out."""

    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __call__(self, images, labels):
        try:
            self.function(images, labels)
        except Exception as exception:
            return exception
        return None


# %%
# One Flatten for all models would be shared; a function that makes a new layer is better.
def flatten():
    return tf.keras.layers.Lambda(lambda pictures: tf.reshape(pictures, (-1, 784)))


# %%
@Raises
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    network.fit(images, labels)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    network = tf.keras.Sequential()
    network.add(tf.keras.Input((28, 28)))
    network.add(flatten())
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return network
