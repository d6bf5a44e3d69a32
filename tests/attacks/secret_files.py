# mypy: ignore-errors
"""Opens what students must not see, where it lies for the one who grades.

It prints TOOK for each file or folder that it could open.
Verdict: first_prediction: finished, 12 points
"""

import os
import re
import sys
from pathlib import Path

import numpy as np

PARTS = (
    "autograder/data/fashion_mnist/hidden",
    "autograder/data/fashion_mnist/hidden/images.npz",
    "autograder/exercises/fashion_mnist/first_prediction.py",
    "autograder/judging/judge.py",
    "solutions/fashion_mnist/first_prediction.py",
    "course.toml",
    "tests/attacks",
    ".trainings",
    "grades",
)


def roots():
    """The folder of the autograder's package, and all that mounts tell of others."""
    found = {Path(sys.modules["autograder"].__file__).parent.parent, Path(), Path.home()}
    for name in ("/proc/self/mountinfo", "/proc/thread-self/mountinfo", "/proc/1/mountinfo"):
        try:
            text = Path(name).read_text()
        except OSError:
            continue
        for path in re.findall(r"(?<= )/\S*", text):
            found |= {Path(path), *Path(path).parents}
    return sorted(found)


def attack():
    folders = roots()
    print("TRIED", len(folders), "folders", flush=True)
    for folder in folders:
        for part in PARTS:
            try:
                os.close(os.open(folder / part, os.O_RDONLY))
            except OSError:
                continue
            print("TOOK", folder / part, flush=True)
    for name in ("/etc/shadow", "/etc/passwd", "/root/.ssh", "/root/.bash_history"):
        try:
            os.close(os.open(name, os.O_RDONLY))
        except OSError:
            continue
        print("TOOK", name, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
