"""Folders for the length of a run; what a killed run left behind, the next one removes.

The process that made a folder holds the kernel's lock on it, which ends when the process does.
So a folder that nobody holds is nobody's.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from autograder.wire.errors import UsageError

PREFIX = "autograder-run-"


class TemporaryFolder:
    """A new folder, private to this user, that is there until `remove`."""

    def __init__(self) -> None:
        try:
            self.path, self._lock = _held_folder()
        except OSError as error:
            raise UsageError(
                f"No temporary folder can be made: {error.strerror or error}. Free some space in"
                " it, or set TMPDIR to another folder, and run the same command again."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Removes the folder with all that is in it."""
        _remove(self.path)
        os.close(self._lock)


def remove_leftovers() -> None:
    """Removes the temporary folders of this user's runs that were killed."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        # One that is held, gone meanwhile, or another user's is none of ours.
        with contextlib.suppress(OSError):
            if path.stat().st_uid == os.getuid():
                _remove_unheld(path)


def _held_folder() -> tuple[Path, int]:
    """A new folder and the descriptor that holds it."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=PREFIX))
        # Another run may take it for a leftover as long as it is not held.
        with contextlib.suppress(FileNotFoundError):
            lock = os.open(path, os.O_RDONLY)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if path.exists():
                return path, lock
            os.close(lock)


def _remove_unheld(path: Path) -> None:
    lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(path)
    finally:
        os.close(lock)


def _remove(path: Path) -> None:
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:
        # Thousands of folders in one another, which a student's code has left.
        subprocess.run(["rm", "-rf", "--", str(path)], check=False)  # noqa: S603, S607 - our folder
