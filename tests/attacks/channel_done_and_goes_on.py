# mypy: ignore-errors
"""Says that it is done and then computes for ever.

Success would be a child that lives longer than its exercise may.
Verdict: first_prediction: finished, 0 points
"""

import contextlib
import os
import stat

from autograder.wire.frames import encode
from autograder.wire.protocol import EndExercise


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def attack():
    print("TRIED to outlive the end", flush=True)
    os.write(channel(), encode(EndExercise()))
    while True:
        pass


def class_probabilities(model, images, found=attack()):
    return None


def predicted_class(model, images):
    return None
