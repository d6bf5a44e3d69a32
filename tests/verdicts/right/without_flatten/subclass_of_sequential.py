# verdict: full
# why: both networks are of a small class derived from Sequential, which compiles itself; the first try at training is left failing

# %%
import tensorflow as tf


class SelfCompiled(tf.keras.Sequential):
    """A Sequential that is ready for training as soon as it exists."""

    def __init__(self, layers):
        super().__init__(layers)
        self.compile(optimizer="adam", loss="sparse_categorical_crossentropy")


def two_dense():
    return [
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]


# %%
# fails, as it should
SelfCompiled(two_dense()).fit(train_images, train_labels)

# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        SelfCompiled(two_dense()).fit(images, labels)
    except ValueError as error:
        result = error
    else:
        result = None
    return result


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return SelfCompiled([tf.keras.layers.Flatten()] + two_dense())
