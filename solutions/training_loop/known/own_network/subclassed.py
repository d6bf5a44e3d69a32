"""Accepted: a class of its own, which is called once, and lists its last layer first."""

import tensorflow as tf


class Network(tf.keras.Model):
    """Three layers."""

    def __init__(self):
        super().__init__()
        self.last = tf.keras.layers.Dense(10)
        self.wide = tf.keras.layers.Dense(256)
        self.narrow = tf.keras.layers.Dense(128)

    def call(self, rows):
        return self.last(tf.nn.relu(self.narrow(tf.nn.relu(self.wide(rows)))))


def build_network():
    network = Network()
    network(tf.zeros((1, 784)))
    return network
