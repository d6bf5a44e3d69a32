# mypy: ignore-errors
"""Leaves files in every folder that everybody may write to, and closes some to everybody.

What it left, its neighbour looks for.
Verdict: first_prediction: finished, 12 points
"""

import contextlib
import os
import tempfile
from pathlib import Path

import numpy as np


def attack():
    print("TRIED to leave files", flush=True)
    folders = (tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run/lock")
    for folder in (*folders, os.environ["HOME"], os.environ["KERAS_HOME"], "/", os.getcwd()):
        for name in ("attack_left", ".attack_left", "attack_left\n\x1b[2J", "keras\udcff"):
            with contextlib.suppress(OSError):
                Path(folder, name).write_text("for the next student")
        with contextlib.suppress(OSError):
            Path(folder, "attack_left_link").symlink_to("/")
            os.mkfifo(Path(folder, "attack_left_pipe"))


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
