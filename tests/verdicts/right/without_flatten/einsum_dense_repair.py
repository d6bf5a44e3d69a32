# verdict: full
# why: EinsumDense sees rows and columns at once in the repaired model (logits, from_logits=True); the exception comes out of a context manager built with contextlib
import contextlib

import tensorflow as tf


@contextlib.contextmanager
def catching(box):
    try:
        yield
    except Exception as exception:
        box["exception"] = exception


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    box = {}
    with catching(box):
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Dense(64, activation=tf.nn.relu),
                tf.keras.layers.Dense(10, activation=tf.nn.softmax),
            ]
        )
        network.compile(
            optimizer=tf.keras.optimizers.SGD(0.01), loss="sparse_categorical_crossentropy", run_eagerly=True
        )
        network.fit(images, labels, verbose=0)
    return box.get("exception")


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.EinsumDense("brc,rcn->bn", output_shape=64, bias_axes="n", activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    repaired.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return repaired
