# mypy: ignore-errors
"""Asks for one large training again and again, which is looked up, and holds what it gets.

Success would be a grader that holds it as often.
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
    print("TRIED the same again", flush=True)
    images, labels = np.zeros((1, 28, 28), np.float32), np.zeros(1, np.uint8)
    with contextlib.suppress(Exception):
        for _ in range(40):
            tf.keras.utils.set_random_seed(1)
            deep(6_000).fit(images, labels, verbose=0)
    return deep(8)
