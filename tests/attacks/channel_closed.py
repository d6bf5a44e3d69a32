# mypy: ignore-errors
"""Closes every descriptor it has, and goes on as if nothing was.

Success would be points without a report, or a judge that waits.
Verdict: first_prediction: crashed, 0 points
"""

import os

import numpy as np


def attack():
    print("TRIED to close everything", flush=True)
    os.closerange(0, 256)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
