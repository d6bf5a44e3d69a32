"""Report files onto the disk: whole or not at all, under names that any system accepts."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from autograder.report.wording import UNSAFE
from autograder.wire.errors import UsageError

# Characters that separate folders or that Windows does not allow in a name.
NOT_IN_FILE_NAMES = re.compile(rf'[<>:"/\\|?*%\t\n]|^\.|\.$|{UNSAFE.pattern}')
LONGEST_NAME_BYTES = 120
BEGINNING_BYTES = 1_000
DRAFT = ".draft"


def student_page(folder: Path, student: str) -> Path:
    """Where in a report folder the page of one student lies."""
    return folder / "students" / f"{file_stem(student)}.html"


def file_stem(student: str) -> str:
    """A student's name as a file name; ordinary names stay as they are."""
    # What is no text is spelled as the gradebook spells it, so that both lead to one page.
    stem = student.encode("utf-8", "backslashreplace").decode()
    stem = NOT_IN_FILE_NAMES.sub(lambda match: f"%{ord(match.group()):02X}", stem)
    if len(stem.encode()) <= LONGEST_NAME_BYTES:
        return stem
    # Two long names may start alike; the digest keeps their pages apart.
    digest = hashlib.sha256(stem.encode()).hexdigest()[:12]
    return f"{stem.encode()[: LONGEST_NAME_BYTES - 13].decode(errors='ignore')}-{digest}"


def begins_with(path: Path, text: str) -> bool:
    """Whether the file is there and has this text among its first characters."""
    try:
        with path.open("rb") as file:
            return text.encode() in file.read(BEGINNING_BYTES)
    except OSError:
        return False


def remove_drafts(folder: Path) -> None:
    """Removes what a program that was killed left half-written in a report folder."""
    for place in (folder, folder / "students"):
        for draft in place.glob(f".*{DRAFT}"):
            with suppress(OSError):
                draft.unlink()


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of `path` only once it is complete.

    Characters that UTF-8 cannot hold are written as visible escapes.
    """
    with (
        _draft_of(path) as draft,
        draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file,
    ):
        yield file


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in the place of `path` once all of it is written."""
    with _draft_of(path) as draft:
        draft.write_bytes(data)


@contextmanager
def _draft_of(path: Path) -> Iterator[Path]:
    """A file to write, which then takes the place of `path`; raises `UsageError`."""
    draft = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}{DRAFT}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):  # a read-only disk refuses this too, even if there is no draft
            draft.unlink()
