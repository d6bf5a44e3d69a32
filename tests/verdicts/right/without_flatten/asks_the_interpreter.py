# verdict: full
# why: a bare except and sys.exc_info() to get at the very object that was raised
import sys

import tensorflow as tf


def error_without_flatten(images, labels):
    m = tf.keras.models.Sequential()
    m.add(tf.keras.layers.Dense(64, "relu"))
    m.add(tf.keras.layers.Dense(10, "softmax"))
    m.compile("adam", "sparse_categorical_crossentropy")
    try:
        m.fit(images, labels)
    except:  # noqa: E722
        return sys.exc_info()[1]


def build_repaired_model():
    m = tf.keras.models.Sequential()
    m.add(tf.keras.layers.Flatten(input_shape=(28, 28)))
    m.add(tf.keras.layers.Dense(128, "relu"))
    m.add(tf.keras.layers.Dense(10, "softmax"))
    m.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
