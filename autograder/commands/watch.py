"""`autograder watch`: grades what arrives in a folder, until it is stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from rich.text import Text

from autograder.commands.grade import Grading
from autograder.report.wording import counted
from autograder.wire.errors import UsageError

# A file that changes at every look, as while it is synchronised, keeps others waiting no longer.
MOST_LOOKS = 12
State = frozenset[tuple[str, int, int]]


def watch(
    grading: Grading,
    paths: Sequence[Path],
    seconds: float,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Grades what is new or changed once nothing has changed for so many seconds; never returns.

    What never rests puts it off for some looks only. What cannot be carried out now, such as while
    somebody publishes, is tried again.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {str(path)!r} to watch.")
    before, graded, said = State(), State(), ""
    looks = 0
    while True:
        now = state_of(paths)
        looks = looks + 1 if now != graded else 0
        if now != graded and (now == before or looks > MOST_LOOKS):
            try:
                grading.grade(paths)
            except UsageError as error:
                if str(error) != said:
                    grading.notes.print(Text(str(error), style="yellow"), soft_wrap=True)
                said = str(error)
            else:
                graded, said, looks = now, "", 0
                words = f"{counted(len(now), 'file')} seen; waiting for more. Ctrl-C ends this."
                grading.notes.print(Text(words), soft_wrap=True)
        before = now
        sleep(seconds)


def state_of(paths: Sequence[Path]) -> State:
    """All files at the paths with size and time, which say whether anything changed."""
    return frozenset(_states(paths))


def _states(paths: Sequence[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        files = [path] if path.is_file() else []
        for folder, _folders, names in os.walk(path):
            files += [Path(folder) / name for name in names]
        for file in files:
            # What is gone meanwhile is seen at the next look.
            with suppress(OSError):
                status = file.lstat()
                yield str(file), status.st_size, status.st_mtime_ns
