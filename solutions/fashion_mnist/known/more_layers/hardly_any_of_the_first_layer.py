"""Mistake: a second hidden layer that takes the pixels, and a millionth of what the first gives.

Fails: has_two_hidden_layers
"""

import tensorflow as tf


def build_deeper_model():
    pixels = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(pixels)
    first = tf.keras.layers.Dense(64, "relu")(row)
    little = tf.keras.layers.Rescaling(1e-6, 1.0)(first)
    second = tf.keras.layers.Dense(64, "relu")(tf.keras.layers.Concatenate()([row, little]))
    both = tf.keras.layers.Concatenate()([first, second])
    model = tf.keras.Model(pixels, tf.keras.layers.Dense(10, "softmax")(both))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
