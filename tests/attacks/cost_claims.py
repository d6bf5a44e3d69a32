# mypy: ignore-errors
"""Trains a thousand times by itself, with layers that nobody can repeat, and many logs.

Success would be a judge that reads all of it for each check.
Verdict: more_layers: finished or timed out or output too large, 0 points
"""

import numpy as np
import tensorflow as tf


class Own(tf.keras.Model):
    def train_step(self, _data):
        return {f"{number}" * 50: tf.constant(1.0) for number in range(100)}

    def call(self, images):
        return tf.zeros((tf.shape(images)[0], 10))


def build_deeper_model():
    print("TRIED to train a thousand times", flush=True)
    for _ in range(1000):
        model = Own()
        model.compile(loss="mse")
        model.fit(np.zeros((1, 28, 28)), np.zeros(1), verbose=0)
    return model
