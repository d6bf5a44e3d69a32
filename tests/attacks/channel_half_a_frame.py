# mypy: ignore-errors
"""Leaves in the middle of a frame.

Success would be a judge that waits for the other half.
Verdict: first_prediction: crashed, 0 points
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
    frame = encode(Report("ask", {}))
    print("TRIED half a frame", flush=True)
    os.write(channel(), frame[: len(frame) // 2])
    os._exit(0)


def class_probabilities(model, images):
    return None
