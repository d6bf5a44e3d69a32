"""Turns one source into a submission, or into a polite refusal.

It is read whole and nothing of it is executed. A caller reads one after the other, so that memory
does not grow with the class; which sources there are, `find` lists.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import stat
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from autograder.records import Note, Refusal, Submission
from autograder.submissions.archive import MAX_BYTES as MAX_ARCHIVE_BYTES
from autograder.submissions.archive import unpack
from autograder.submissions.chosen_files import ARCHIVE, NOTEBOOK, SCRIPT, hand_in, visible
from autograder.submissions.notebook import Contents, read_notebook, read_scripts
from autograder.submissions.sources import Source, find
from autograder.wire.errors import RefusedSubmission

__all__ = ["MAX_BYTES", "Source", "find", "read", "refuse_unreadable"]

MAX_BYTES = 20 * 1024**2
_FORMAT = "autograder submission 3"


def read(source: Source, slugs: Collection[str]) -> Submission | Refusal:
    """One submission, read but not run, or the reason why it could not be read."""
    # A file name that is not UTF-8 could be opened but neither printed nor stored.
    path = Path(str(source.path).encode("utf-8", "replace").decode())
    try:
        if source.reason:
            raise RefusedSubmission(source.reason)
        contents = _contents(source, slugs)
    except RefusedSubmission as error:
        return Refusal(source.student, path, error.message)
    return Submission(
        student=source.student,
        path=path,
        digest=_digest(contents),
        cells=contents.cells,
        notes=(*source.notes, *contents.notes),
        answers=contents.answers,
        marks=contents.marks,
    )


def _contents(source: Source, slugs: Collection[str]) -> Contents:
    first = source.files[0]
    if first.suffix.lower() != ARCHIVE:
        return _contents_of(source.files, slugs)
    _refuse_unreadable(first, MAX_ARCHIVE_BYTES)
    source.workspace.mkdir(parents=True, exist_ok=True)
    # What one zip unpacks to is gone before the next one is read, so that no disk fills up.
    with tempfile.TemporaryDirectory(dir=source.workspace) as folder:
        files, notes = _unpacked(first, Path(folder) / "unpacked", slugs)
        if files[0].suffix.lower() == ARCHIVE:
            # What the notebook's last cell packed, packed once more: by a student or a platform.
            files, more = _unpacked(files[0], Path(folder) / "inner", slugs)
            notes = (*notes, *more)
        if files[0].suffix.lower() == ARCHIVE:
            raise RefusedSubmission("zip.nested_zip")
        contents = _contents_of(files, slugs)
        return dataclasses.replace(contents, notes=(*notes, *contents.notes))


def _unpacked(
    archive: Path, folder: Path, slugs: Collection[str]
) -> tuple[tuple[Path, ...], tuple[Note, ...]]:
    return hand_in(visible(unpack(archive, folder)), slugs)


def _contents_of(files: Sequence[Path], slugs: Collection[str]) -> Contents:
    suffix = files[0].suffix.lower()
    if suffix == NOTEBOOK:
        first, *beside = files
        return read_notebook(_text(first), slugs, _texts(beside))
    if suffix == SCRIPT:
        work = [file for file in files if file.stem in slugs] or files
        return read_scripts(_texts(work), _texts([file for file in files if file not in work]))
    _refuse_unreadable(files[0], MAX_BYTES)
    raise RefusedSubmission("file.kind", suffix=suffix[:20])


def _texts(files: Sequence[Path]) -> list[tuple[str, str]]:
    """Names and texts; of a name that is no UTF-8, which no record holds, with escapes."""
    names = [file.name.encode("utf-8", "backslashreplace").decode() for file in files]
    return [(name, _text(file)) for name, file in zip(names, files, strict=True)]


def _text(file: Path) -> str:
    _refuse_unreadable(file, MAX_BYTES)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedSubmission("file.not_utf8") from error
    except OSError as error:
        raise RefusedSubmission("file.cannot_be_opened", reason=error.strerror) from error
    if "\0" in text:
        raise RefusedSubmission("file.null_bytes")
    return text


def refuse_unreadable(file: Path) -> None:
    """Raises `RefusedSubmission` for what nobody would open, whatever is in it."""
    is_archive = file.suffix.lower() == ARCHIVE
    _refuse_unreadable(file, MAX_ARCHIVE_BYTES if is_archive else MAX_BYTES)


def _refuse_unreadable(file: Path, most_bytes: int) -> None:
    """Everything that can be told without opening the file."""
    try:
        status = file.lstat()
    except OSError as error:
        raise RefusedSubmission("file.cannot_be_opened", reason=error.strerror) from error
    if stat.S_ISLNK(status.st_mode):
        raise RefusedSubmission("file.link")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedSubmission("file.not_ordinary")
    if status.st_size > most_bytes:
        raise RefusedSubmission(
            "file.too_large", megabytes=status.st_size / 1024**2, most=most_bytes // 1024**2
        )


def _digest(contents: Contents) -> str:
    whole = json.dumps([_FORMAT, contents.written])
    return hashlib.sha256(whole.encode()).hexdigest()
