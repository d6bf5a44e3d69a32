# verdict: full
# why: one subclass with a switch for Flatten serves both functions; the failing one gets the square images
import tensorflow as tf


class MaybeFlat(tf.keras.Model):
    def __init__(self, flatten):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten() if flatten else None
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        if self.flatten is not None:
            x = self.flatten(x)
        return self.out(self.hidden(x))


def compiled_maybe_flat(flatten):
    net = MaybeFlat(flatten)
    net.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return net


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    caught = None
    try:
        compiled_maybe_flat(False).fit(x=images, y=labels, epochs=1, verbose=0)
    except Exception as e:
        caught = e
    return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return compiled_maybe_flat(True)
