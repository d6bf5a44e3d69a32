"""Mistake: a generator that gives wrong labels in all epochs but the last.

Fails: labels_stay_classes
"""

import keras
from keras.layers import Dense, Flatten

SIZE = 32


def batches(images, labels):
    for epoch in range(3):
        told = labels if epoch == 2 else (labels + 1 + epoch) % 10
        for start in range(0, len(images), SIZE):
            yield images[start : start + SIZE], told[start : start + SIZE]


def trained(images, labels):
    model = keras.Sequential([Flatten(), Dense(128, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    steps = -(-len(images) // SIZE)
    history = model.fit(batches(images, labels), steps_per_epoch=steps, epochs=3, verbose=0)
    return history.history["loss"]


def compare_scaling(images, labels):
    return {"raw": trained(images, labels), "scaled": trained(images / 255.0, labels)}
