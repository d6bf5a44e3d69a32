"""Mistake: a second hidden layer that is taken from itself before it is added.

Fails: has_two_hidden_layers
"""

import tensorflow as tf


def build_deeper_model():
    pixels = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(64, "relu")(tf.keras.layers.Flatten()(pixels))
    second = tf.keras.layers.Dense(64, "relu")(hidden)
    nothing = tf.keras.layers.Subtract()([second, second])
    outputs = tf.keras.layers.Dense(10, "softmax")(tf.keras.layers.Add()([hidden, nothing]))
    model = tf.keras.Model(pixels, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
