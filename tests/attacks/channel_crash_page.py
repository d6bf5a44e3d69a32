# mypy: ignore-errors
"""Forges a crash whose words are markup, formulas and codes for terminals.

Success would be any of that in the student's page as more than text.
Verdict: first_prediction: finished, 0 points
"""

import contextlib
import os
import stat

from autograder.wire.frames import encode
from autograder.wire.protocol import Crash, Crashed, fields_of


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def predicted_class(model, images):
    text = "<script>attack()</script><img src=x onerror=attack()>{{ 7 * 7 }}\x1b[31m\u202e"
    crash = Crash(text, text, 2**31 - 1, text, text, text)
    # A line and words beyond all bounds come after it: what is kept must be what can be shown.
    larger = fields_of(crash) | {"message": text * 10_000, "line": 2**62}
    print("TRIED", text, flush=True)
    os.write(channel(), encode(Crashed("ask", crash)))
    os.write(channel(), encode({"kind": "crashed", "probe": "ask", "crash": larger}))


def class_probabilities(model, images):
    return None
