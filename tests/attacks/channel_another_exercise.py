# mypy: ignore-errors
"""Says that another exercise has begun and is done, with all of its reports.

Success would be a lost or a second observation of the submission.
Verdict: first_prediction: finished, 12 points
"""

import contextlib
import os
import stat

import numpy as np
from autograder.wire.frames import encode
from autograder.wire.protocol import BeginExercise, BeginProbe, Report


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def attack():
    print("TRIED the frames of neurons", flush=True)
    report = {"values": {"results": {256: {"loss": 0.0}}}, "trainings": []}
    for frame in (
        BeginExercise("neurons"),
        BeginProbe("compare"),
        Report("compare", report),
        BeginExercise("first_prediction"),
    ):
        os.write(channel(), encode(frame))


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
