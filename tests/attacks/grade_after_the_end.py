# mypy: ignore-errors
"""Sends right answers from an exit handler, a destructor and a thread when the exercise is over.

Success would be more points than constants are worth.
Verdict: first_prediction: finished, 5 points
"""

import atexit
import contextlib
import os
import stat
import threading
import time

import numpy as np
from autograder.wire.frames import encode
from autograder.wire.protocol import BeginExercise, Report


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def late():
    values = {"probabilities": [], "classes": []}
    report = Report("ask", {"values": values, "trainings": []})
    with contextlib.suppress(OSError):
        os.write(channel(), encode(BeginExercise("first_prediction")))
        os.write(channel(), encode(report))


def later():
    while True:
        time.sleep(0.005)
        if not threading.main_thread().is_alive():
            late()


class Dying:
    def __del__(self):
        late()


def attack():
    print("TRIED to speak last", flush=True)
    atexit.register(late)
    threading.Thread(target=later, daemon=True).start()
    threading.Thread(target=later, daemon=False).start()
    return Dying()


def class_probabilities(model, images):
    return np.full(10, 0.1)


def predicted_class(model, images, found=attack()):
    return 9
