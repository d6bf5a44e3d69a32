"""Accepted: the functional API."""

import tensorflow as tf
from tensorflow import keras


def build_deeper_model():
    inputs = keras.Input(shape=(28, 28))
    hidden = keras.layers.Flatten()(inputs)
    hidden = keras.layers.Dense(512, activation=tf.nn.relu)(hidden)
    hidden = keras.layers.Dense(256, activation=keras.activations.relu)(hidden)
    outputs = keras.layers.Dense(10, activation=tf.nn.softmax)(hidden)
    model = keras.Model(inputs, outputs)
    loss = "sparse_categorical_crossentropy"
    model.compile(keras.optimizers.RMSprop(), loss, metrics=["accuracy"])
    return model
