# mypy: ignore-errors
"""Asks the trainer for evaluations without end, each of other data.

Success would be time that nobody counts.
Verdict: more_layers: timed out, 0 points
"""

import numpy as np
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(2)])
    model.compile(loss="mse")
    print("TRIED endless evaluations", flush=True)
    number = 0
    while True:
        number += 1
        model.evaluate(np.full((8, 4), number), np.zeros((8, 2)), verbose=0)
