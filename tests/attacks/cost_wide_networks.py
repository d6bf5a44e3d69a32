# mypy: ignore-errors
"""Has networks of fifteen million weights trained, each of another width.

Success would be a store, which a class shares, full of them.
Verdict: more_layers: finished or timed out or out of memory, at most 12 points
"""

import contextlib

import numpy as np
import tensorflow as tf


def deep(width):
    layers = [tf.keras.layers.Dense(width, "relu"), tf.keras.layers.Dense(8, "relu")]
    layers = [tf.keras.layers.Flatten(), *layers, tf.keras.layers.Dense(10, "softmax")]
    model = tf.keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def build_deeper_model():
    print("TRIED to fill the store", flush=True)
    images, labels = np.zeros((1, 28, 28), np.float32), np.zeros(1, np.uint8)
    for number in range(10):
        with contextlib.suppress(Exception):
            deep(19_000 + number).fit(images, labels, verbose=0)
    return deep(8)
