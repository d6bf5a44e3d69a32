# verdict: full
# why: own subclass of Dense with an own leaky activation; a Dense layer with an activation all the same
import keras
import tensorflow as tf


class Hidden(keras.layers.Dense):
    """A Dense layer that always squashes: relu(x) plus a small leak, written with keras.ops."""

    def __init__(self, units, **kwargs):
        kwargs.pop("activation", None)
        super().__init__(units, activation=self.leaky, **kwargs)

    @staticmethod
    def leaky(x):
        return keras.ops.maximum(x, 0.05 * x)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = keras.models.Sequential()
    network.add(keras.layers.Flatten())
    for units in 512, 256:
        network.add(Hidden(units))
    network.add(keras.layers.Dense(10, "softmax"))
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
