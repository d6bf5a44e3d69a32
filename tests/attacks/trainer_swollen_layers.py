# mypy: ignore-errors
"""Asks for layers without a weight that make gigabytes of each image.

Success would be memory of the trainer's, or time of the judge's.
Verdict: more_layers: finished or out of memory or crashed, 0 points
"""

import contextlib

import numpy as np
import tensorflow as tf

L = tf.keras.layers


def attack():
    print("TRIED to swell", flush=True)
    images, labels = np.ones((2, 28, 28), "float32"), np.zeros(2)
    for swell in (
        [L.Reshape((28, 28, 1)), L.UpSampling2D(2000), L.Flatten()],
        [L.Reshape((28, 28, 1)), L.ZeroPadding2D(20_000), L.GlobalMaxPooling2D()],
        [L.Flatten(), L.RepeatVector(10**7), L.GlobalMaxPooling1D()],
    ):
        model = tf.keras.Sequential([*swell, L.Dense(1)])
        model.compile("sgd", "mse")
        with contextlib.suppress(Exception):
            model.fit(images, labels, verbose=0)


def build_deeper_model():
    attack()
    raise ValueError("no model")
