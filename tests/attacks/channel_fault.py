# mypy: ignore-errors
"""Forges a report of a fault of the grader's, to escape from a bad grade.

Success would be points; what it gets is that somebody looks at it.
Verdict: first_prediction: sandbox fault, 0 points
"""

import contextlib
import os
import stat

import numpy as np
from autograder.wire.frames import encode
from autograder.wire.protocol import Fault


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def attack():
    print("TRIED a fault", flush=True)
    message = "OSError: <script>the grader's disk is full</script>\x1b[2J"
    os.write(channel(), encode(Fault(message)))


def class_probabilities(model, images):
    return np.full(10, 0.1)


def predicted_class(model, images, found=attack()):
    return 9
