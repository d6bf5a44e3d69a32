"""Accepted: the functional API, logits, type hints, a NumPy integer."""

import keras
import numpy as np

KEPT = 5


def error_with_five_outputs(images: np.ndarray, labels: np.ndarray) -> Exception | None:
    pixels = keras.Input((28, 28))
    hidden = keras.layers.Dense(64, keras.activations.relu)(keras.layers.Flatten()(pixels))
    model = keras.Model(pixels, keras.layers.Dense(KEPT)(hidden))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("sgd", loss, metrics=["accuracy"])
    try:
        history = model.fit(images, labels, epochs=3)
    except Exception as error:
        result = error
    return result


def outputs_needed(labels):
    return np.unique(labels)[-1] + 1
