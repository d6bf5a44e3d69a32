"""Leaves nothing of one child to the next: no process, no file; in the worker, between the two."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from autograder.wire.tier import FULL, MOST_FILES, UID

# Where every user may write; in the tier `full` these are the sandbox's own.
SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - emptied, not used
# A child makes some more than it may until that is seen. Removing these is done in a moment; a new
# worker, which is nobody's time, takes seconds.
MOST_LEFT = 2 * MOST_FILES


def clear(tier: str, temporary: Path) -> None:
    """Removes what children may have left, with the rights of the process that started them."""
    if tier == FULL:
        # Everything in this process namespace but this process, which is its first.
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
    for entry in os.scandir(temporary):
        _remove(entry)
    if tier in (FULL, UID):
        # This process is the only one of its user, so what belongs to it is a child's.
        for folder in SHARED:
            for entry in _own_entries(folder, temporary):
                _remove(entry)


def is_crowded(tier: str, temporary: Path) -> bool:
    """Whether a child left so many files that removing them would take long."""
    if tier == FULL:
        # File systems of their own, which know.
        systems = [os.statvfs(folder) for folder in (temporary, "/dev/shm")]  # noqa: S108
        return sum(system.f_files - system.f_ffree for system in systems) > MOST_LEFT
    count = 0
    for _folder, folders, files in os.walk(temporary):
        count += len(folders) + len(files)
        if count > MOST_LEFT:
            return True
    return False


def _own_entries(folder: str, temporary: Path) -> list[os.DirEntry[str]]:
    user = os.getuid()
    found = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                own = entry.stat(follow_symlinks=False).st_uid == user
                if own and not temporary.is_relative_to(entry.path):
                    found.append(entry)
    return found


def _remove(entry: os.DirEntry[str]) -> None:
    with contextlib.suppress(OSError):
        if entry.is_dir(follow_symlinks=False):
            _remove_folder(entry.path)
        else:
            Path(entry.path).unlink()


def _remove_folder(folder: str) -> None:
    """Removes a folder that may be closed to its owner, or deeper than any path can say.

    It is walked step by step; no other process is left that could move it meanwhile.
    """
    before, inside = Path.cwd(), [folder]
    try:
        Path(folder).chmod(0o700)
        os.chdir(folder)
        while inside:
            below = _emptied_up_to()
            if below:
                Path(below).chmod(0o700)
                os.chdir(below)
                inside.append(below)
            else:
                os.chdir("..")
                Path(inside.pop()).rmdir()
    finally:
        os.chdir(before)


def _emptied_up_to() -> str:
    """Empties the folder we are in up to the first folder that is not empty, whose name it says."""
    with os.scandir(".") as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                Path(entry.name).unlink()
                continue
            try:
                Path(entry.name).rmdir()
            except OSError:
                return entry.name
    return ""
