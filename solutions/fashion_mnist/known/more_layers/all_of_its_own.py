"""Accepted on trust: layers, loss and optimizer of its own, in a model of its own."""

import tensorflow as tf


class Rows(tf.keras.layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def build(self, shape):
        self.weight = self.add_weight(shape=(shape[-1], self.width), initializer="he_normal")
        self.bias = self.add_weight(shape=(self.width,), initializer="zeros")

    def call(self, rows):
        return tf.matmul(rows, self.weight) + self.bias


class Descent(tf.keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, gradient * learning_rate)


class Network(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first, self.second, self.last = Rows(128), Rows(64), Rows(10)

    def call(self, images):
        rows = tf.reshape(images, (-1, 784))
        return self.last(tf.nn.relu(self.second(tf.nn.relu(self.first(rows)))))


def loss(labels, logits):
    return tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(labels, "int32"), logits)


def build_deeper_model():
    model = Network()
    model.compile(optimizer=Descent(0.1), loss=loss, metrics=["accuracy"])
    return model
