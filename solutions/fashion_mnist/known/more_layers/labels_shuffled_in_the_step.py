"""Mistake on trust: a training step of its own that pairs images with labels of others.

Fails: classifies_unseen_images
"""

import keras
import tensorflow as tf


class Confused(keras.Sequential):
    def train_step(self, data):
        images, labels = data
        return super().train_step((images, tf.random.shuffle(labels)))


def build_deeper_model():
    dense = keras.layers.Dense
    hidden = [dense(256, activation="relu"), dense(128, activation="relu")]
    model = Confused([keras.layers.Flatten(), *hidden, dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
