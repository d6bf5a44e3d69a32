# verdict: full
# why: own layer with keras.ops.reshape in place of Flatten, logits as outputs; catches with a generator-based context manager
import contextlib

import keras
import tensorflow as tf


class Unroll(keras.layers.Layer):
    def call(self, pictures):
        return keras.ops.reshape(pictures, (-1, 28 * 28))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 28 * 28)


@contextlib.contextmanager
def catching(basket):
    try:
        yield
    except Exception as error:
        basket.append(error)


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    with catching(basket := []):
        flat_less = keras.Sequential([keras.layers.Dense(64, "relu"), keras.layers.Dense(10, "softmax")])
        flat_less.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
        flat_less.fit(images, labels, verbose=0)
    return basket[0]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = keras.Sequential([Unroll(), keras.layers.Dense(64, "relu"), keras.layers.Dense(10)])
    repaired.compile(
        optimizer="adam",
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return repaired
