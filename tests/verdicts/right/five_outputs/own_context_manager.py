# verdict: full
# why: catches with an own context manager class rather than try/except, and hands back the object it caught
import tensorflow as tf


class Net:
    """Catches whatever falls out of a with block."""

    caught = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.caught = error
        return isinstance(error, Exception)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64)(x)
    x = tf.keras.layers.ReLU()(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(loss="sparse_categorical_crossentropy")
    with Net() as net:
        network.fit(images, labels, verbose=0)
    return net.caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest, *_ = sorted(labels, reverse=True)
    return int(highest) + 1
