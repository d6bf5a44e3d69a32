"""Starts TensorFlow without the notes that it writes below the first cell, on red."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STDERR = 2


def start_tensorflow() -> None:
    """Imports TensorFlow; what its libraries write meanwhile, before any setting counts, is lost.

    Exceptions are raised as ever.
    """
    if "tensorflow" in sys.modules:
        return
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # of what it logs later, only errors
    with _without_stderr():
        importlib.import_module("tensorflow")


@contextmanager
def _without_stderr() -> Iterator[None]:
    # These libraries know nothing of `sys.stderr`.
    kept = os.dup(STDERR)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), STDERR)
        yield
    finally:
        os.dup2(kept, STDERR)
        os.close(kept)
