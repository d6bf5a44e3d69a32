# mypy: ignore-errors
"""Trains on arrays that take half a gigabyte each, and the child one number.

Success would be a grader that takes gigabytes for them.
Verdict: more_layers: finished or timed out or out of memory, 0 points
"""

import contextlib

import numpy as np
import tensorflow as tf


def build_deeper_model():
    print("TRIED to stretch arrays", flush=True)
    for number in range(6):
        with contextlib.suppress(Exception):
            model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
            model.compile(loss="mse")
            model.fit(np.broadcast_to(np.uint8(number), (500, 2**20)), np.zeros(500), verbose=0)
    return None
