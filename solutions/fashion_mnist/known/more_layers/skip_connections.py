"""Accepted: a skip connection with ReLU behind the sum, and one that joins."""

import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    pixels = tf.keras.Input((28, 28))
    first = layers.Dense(64, "relu")(layers.Flatten()(pixels))
    second = layers.ReLU()(first + layers.Dropout(0.1)(layers.Dense(64)(first)))
    third = layers.Dense(16, "sigmoid", kernel_initializer="zeros")(second)
    outputs = layers.Dense(10, "softmax")(layers.concatenate([first, third]))
    model = tf.keras.Model(pixels, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
