# mypy: ignore-errors
"""Trains on other data each time, a hundred megabytes of them.

Success would be a grader that keeps or digests all of it.
Verdict: more_layers: finished or timed out or out of memory, at most 12 points
"""

import contextlib

import numpy as np
import tensorflow as tf


def build_deeper_model():
    print("TRIED to send gigabytes", flush=True)
    for number in range(60):
        with contextlib.suppress(Exception):
            model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
            model.compile(loss="mse")
            images = np.broadcast_to(np.float32(number), (25_000, 1_000))
            model.fit(images, np.zeros((25_000, 1), np.uint8), batch_size=25_000, verbose=0)
    return None
