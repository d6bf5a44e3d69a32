# mypy: ignore-errors
"""Replaces Keras's own training, predicting and evaluating by functions that make it all up.

Success would be a point for a network that has never learnt.
Verdict: more_layers: finished, 0 points
"""

import keras
import numpy as np
import tensorflow as tf


def fit(self, *args, **kwargs):
    print("TRIED to make up a training", flush=True)
    history = keras.callbacks.History()
    history.history = {"loss": [0.01], "accuracy": [1.0], "val_accuracy": [1.0]}
    return history


keras.Model.fit = fit
keras.Model.predict = lambda self, images, **kwargs: np.eye(10)[np.zeros(len(images), int)]
keras.Model.evaluate = lambda self, *args, **kwargs: [0.01, 1.0]


def build_deeper_model():
    model = keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
