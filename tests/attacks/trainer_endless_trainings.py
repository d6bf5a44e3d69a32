# mypy: ignore-errors
"""Calls `fit` in a loop that only errors could end, and swallows them.

Success would be more trainings than one exercise may ask for.
Verdict: more_layers: timed out, 0 points
"""

import contextlib

import numpy as np
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(2)])
    model.compile(loss="mse")
    print("TRIED endless trainings", flush=True)
    while True:
        with contextlib.suppress(Exception):
            model.fit(np.ones((8, 4)), np.zeros((8, 2)), epochs=9, verbose=0)
