"""Accepted: a subclassed model, softmax as a layer, TensorFlow's maximum."""

import tensorflow as tf


class Five(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.last = [tf.keras.layers.Dense(5), tf.keras.layers.Softmax()]
        self.first = [tf.keras.layers.Flatten(), tf.keras.layers.Dense(64, tf.nn.relu)]

    def call(self, values):
        for layer in [*self.first, *self.last]:
            values = layer(values)
        return values


def error_with_five_outputs(images, labels):
    try:
        (model := Five()).compile("rmsprop", "sparse_categorical_crossentropy")
        model.fit(images, labels.astype(int), batch_size=16)
    except (tf.errors.OpError, ValueError) as problem:
        return problem


def outputs_needed(labels):
    return tf.reduce_max(labels) + 1
