# verdict: full
# why: takes the exception that is being handled from sys.exc_info(): the same object; repaired network by the functional API
import sys

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.models.Sequential(
        [tf.keras.layers.Dense(64, "relu"), tf.keras.layers.Dense(10, "softmax")]
    )
    net.compile(loss="sparse_categorical_crossentropy", optimizer=tf.keras.optimizers.Adam())
    try:
        net.fit(images, labels)
    except Exception:
        return sys.exc_info()[1]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    image = tf.keras.Input(shape=(28, 28))
    row = tf.keras.layers.Flatten()(image)
    hidden = tf.keras.layers.Dense(64, "relu")(row)
    classes = tf.keras.layers.Dense(10, "softmax")(hidden)
    fixed = tf.keras.Model(image, classes)
    fixed.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return fixed
