"""Accepted: gentle activations, one network in another, and branches that are deep."""

import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    front = tf.keras.Sequential(
        [
            layers.Flatten(),
            layers.Dense(64, "sigmoid"),
            layers.Dense(64),
            layers.BatchNormalization(),
            layers.PReLU(),
        ]
    )
    pixels = tf.keras.Input((28, 28))
    values = front(pixels)
    wide = layers.Dense(32, "softsign")(layers.Dense(32, "tanh")(values))
    gate = layers.Dense(32, "sigmoid")(values)
    outputs = layers.Dense(10, "softmax")(layers.Multiply()([wide, gate]))
    model = tf.keras.Model(pixels, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
