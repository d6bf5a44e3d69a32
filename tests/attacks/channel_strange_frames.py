# mypy: ignore-errors
"""Sends frames whose every part is of another kind than it should be.

Success would be a judge that stumbles over one of them.
Verdict: first_prediction: finished, 12 points
"""

import contextlib
import os
import stat

import numpy as np
from autograder.wire.frames import Raised, encode


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def attack():
    strange = [None, True, -1, 2.5, "ask", [1, [2]], {"a": {}}, np.zeros((0, 3)), Raised((), "")]
    frames = list(strange)
    for value in strange:
        frames += [{"kind": value}, {value if isinstance(value, str) else "kind": [value]}]
        frames += [{"kind": "report", "probe": value, "report": value}, {"kind": "report"}]
        frames += [{"kind": "beginexercise", "slug": value}, {"kind": "beginprobe", "probe": value}]
        frames += [{"kind": "endexercise", "more": value}, {"kind": "hello", "hello": value}]
        frames += [{"kind": "fault", "text": "x" * 10_000 if isinstance(value, str) else value}]
        frames += [{"kind": "data", "arrays": value}, {"kind": "ask", "requests": value}]
        named = {name: value for name in ("problem", "before")}
        frames += [{"kind": "crashed", "probe": "none", "crash": crash} for crash in (named, value)]
    print("TRIED strange frames", flush=True)
    for frame in frames:
        os.write(channel(), encode(frame))


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
