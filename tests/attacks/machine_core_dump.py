# mypy: ignore-errors
"""Asks for a core dump with all its memory, makes itself readable, and crashes.

Success would be a file that it leaves behind.
Verdict: first_prediction: crashed, 0 points
"""

import contextlib
import ctypes
import resource
from pathlib import Path


def predicted_class(model, images):
    print("TRIED to leave a core", flush=True)
    libc = ctypes.CDLL(None)
    libc.prctl(4, 1, 0, 0, 0)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (2**30, 2**30))
        print("TOOK room for a core", flush=True)
    with contextlib.suppress(OSError):
        Path("/proc/self/coredump_filter").write_text("0xff")
    return ctypes.string_at(0)


def class_probabilities(model, images):
    return None
