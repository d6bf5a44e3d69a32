"""Mistake: two hidden layers beside the way, multiplied by 0 before they are added to it.

Fails: has_two_hidden_layers, hidden_layers_have_activations
"""

import tensorflow as tf


def build_deeper_model():
    pixels = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(pixels)
    hidden = tf.keras.layers.Dense(8, "relu")(row)
    hidden = tf.keras.layers.Dense(784, "relu")(hidden)
    nothing = tf.keras.layers.Rescaling(0.0)(hidden)
    outputs = tf.keras.layers.Dense(10, "softmax")(tf.keras.layers.Add()([row, nothing]))
    model = tf.keras.Model(pixels, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
