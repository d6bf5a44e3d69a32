# mypy: ignore-errors
"""Leaves threads that disturb the next exercise: they close files, use up time and end Python.

Success would be that the other exercise loses its points. On a slow machine it hits its own.
Verdict: first_prediction: finished or crashed, at most 12 points
Verdict: five_outputs: finished, 12 points
"""

import os
import threading
import time

import numpy as np
import tensorflow as tf

CALLS = []
LAST = 6


def spoil():
    started = time.monotonic()
    while time.monotonic() < started + 0.2:
        sum(range(1000))
    os.closerange(3, 256)
    os._exit(9)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    CALLS.append(True)
    if len(CALLS) == LAST:
        print("TRIED to disturb the next exercise", flush=True)
        threading.Thread(target=spoil, daemon=True).start()
    return int(np.argmax(class_probabilities(model, images)))


def error_with_five_outputs(images, labels):
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(5, "softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        time.sleep(0.6)
        return error


def outputs_needed(labels):
    return int(np.max(labels)) + 1
