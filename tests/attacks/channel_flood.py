# mypy: ignore-errors
"""Sends valid frames without end.

Success would be a judge that keeps them all.
Verdict: first_prediction: output too large, 0 points
"""

import contextlib
import os
import stat

from autograder.wire.frames import encode
from autograder.wire.protocol import Report


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def predicted_class(model, images):
    frame = encode(Report("ask", "x" * 2**17))
    print("TRIED a flood of frames", flush=True)
    while True:
        os.write(channel(), frame)


def class_probabilities(model, images):
    return None
