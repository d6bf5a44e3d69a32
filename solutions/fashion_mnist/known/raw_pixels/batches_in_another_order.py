"""Accepted: batches of a generator and of a data set without an end, in another order each time."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense, Flatten

SIZE = 50


def batches(images, labels):
    while True:
        order = np.random.permutation(len(images))
        for start in range(0, len(images), SIZE):
            rows = order[start : start + SIZE]
            yield images[rows], labels[rows]


def trained(data, steps):
    model = keras.Sequential([Flatten(), Dense(128, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model.fit(data, steps_per_epoch=steps, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    steps = -(-len(images) // SIZE)
    scaled = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))
    scaled = scaled.shuffle(len(images)).batch(SIZE).repeat()
    return {"raw": trained(batches(images, labels), steps), "scaled": trained(scaled, steps)}
