"""Mistake on trust: a training step of its own for a network with one hidden layer only.

Fails: has_two_hidden_layers
"""

import keras
import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(256)
        self.last = keras.layers.Dense(10)

    def call(self, images):
        hidden = tf.nn.relu(self.hidden(tf.reshape(images, (-1, 784))))
        return tf.nn.softmax(self.last(hidden))

    def train_step(self, data):
        return super().train_step(data)


def build_deeper_model():
    model = Network()
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
