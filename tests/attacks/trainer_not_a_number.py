# mypy: ignore-errors
"""Has networks trained with rates, decays and sizes that are no numbers, or far too large.

Success would be a trainer that is lost, or time that it takes.
Verdict: more_layers: finished, 0 points
"""

import contextlib

import numpy as np
import tensorflow as tf

L, OPTIMIZERS = tf.keras.layers, tf.keras.optimizers


def network(optimizer):
    model = tf.keras.Sequential([L.Flatten(), L.Dense(10, activation="softmax")])
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def attack():
    print("TRIED no numbers", flush=True)
    images, labels = np.ones((8, 28, 28), "float32"), np.zeros(8)
    odd = (float("nan"),)
    for number in odd:
        for make in (
            lambda: OPTIMIZERS.SGD(number),
            lambda: OPTIMIZERS.Adam(0.001, beta_1=number),
            lambda: OPTIMIZERS.SGD(0.1, clipnorm=number),
        ):
            with contextlib.suppress(Exception):
                network(make()).fit(images, labels, verbose=0)
    for given in (
        {"batch_size": 10**12},
        {"epochs": 0},
        {"initial_epoch": 10**9, "epochs": 1},
        {"class_weight": {0: float("nan")}},
        {"sample_weight": np.full(8, np.inf)},
        {"steps_per_epoch": 10**9},
        {"validation_data": (images, labels), "validation_freq": [*range(1000)]},
    ):
        with contextlib.suppress(Exception):
            network("sgd").fit(images, labels, verbose=0, **given)


def build_deeper_model():
    attack()
    raise ValueError("no model")
