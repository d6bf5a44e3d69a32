"""Mistake: two hidden layers beside one another, joined in front of the output.

Fails: has_two_hidden_layers
"""

import tensorflow as tf


def build_deeper_model():
    pixels = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(pixels)
    parts = [tf.keras.layers.Dense(64, "relu")(row) for _ in range(2)]
    outputs = tf.keras.layers.Dense(10, "softmax")(tf.keras.layers.Concatenate()(parts))
    model = tf.keras.Model(pixels, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
