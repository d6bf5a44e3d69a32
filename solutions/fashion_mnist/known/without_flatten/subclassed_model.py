"""Accepted: a subclassed model and labels in a column."""

import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def __init__(self, flat):
        super().__init__()
        self.front = keras.layers.Flatten() if flat else None
        self.outputs = keras.layers.Dense(10, activation="softmax")
        self.hidden = keras.layers.Dense(64, activation=tf.nn.relu)

    def call(self, images):
        return self.outputs(self.hidden(self.front(images) if self.front else images))


def compiled(flat):
    model = Net(flat)
    model.compile(keras.optimizers.RMSprop(), "sparse_categorical_crossentropy")
    return model


def error_without_flatten(images, labels):
    try:
        compiled(False).fit(x=images, y=labels.reshape(-1, 1))
    except (ValueError, TypeError) as problem:
        print(type(problem), problem)
        return problem


def build_repaired_model():
    return compiled(True)
