# verdict: full
# why: a small context manager catches the exception and keeps the object; it is the very one that fit raised
import tensorflow as tf


class CatchTraining:
    """Keeps whatever exception is raised in its block."""

    def __init__(self):
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.error = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.models.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(units=64, activation="relu"))
    network.add(tf.keras.layers.Dense(units=5, activation="softmax"))
    network.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    with CatchTraining() as catcher:
        network.fit(images, labels, verbose=0)
    return catcher.error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + max(int(label) for label in labels)
