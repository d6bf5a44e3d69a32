"""Chooses which of a student's files are the work: by their names, or else by what they ask for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from autograder.records import Note
from autograder.submissions.layouts import copy_number, plain_name
from autograder.wire.errors import RefusedSubmission
from autograder.wire.messages import Message, message

NOTEBOOK, SCRIPT, ARCHIVE = ".ipynb", ".py", ".zip"
WORK = (NOTEBOOK, SCRIPT, ARCHIVE)
JUNK = ("__MACOSX", "__pycache__")
MAX_NAME_CHARACTERS = 80
_MAX_NAMED_FILES = 5
_LEVELS = 3  # a zip often wraps the work in a folder named like itself, and that in another
_IMPORTED = re.compile(rb"\b(?:import|from)[ \t]+(\w+)")
# As a notebook's JSON has it, or a script.
_ASKED = re.compile(rb"grader\.check\([ \t]*\\?['\"]([a-z][a-z0-9_]*)\\?['\"]")
_MAX_BYTES_LOOKED_AT = 20 * 1024**2
# How Otter names what it packs; the moment sorts.
_PACKED = re.compile(r"(.+)_(\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d_\d+)\.zip", re.IGNORECASE)


class SeveralFiles(RefusedSubmission):
    """One student's files, none of which is the one to read."""

    def __init__(self, reason: Message, files: tuple[Path, ...]) -> None:
        super().__init__(reason)
        self.files = files


def hand_in(
    level: Sequence[Path], slugs: Collection[str]
) -> tuple[tuple[Path, ...], tuple[Note, ...]]:
    """The files that are the work among these entries and, if none is there, in folders below.

    A zip is it only where nothing else is. Beside one notebook, and beside scripts that are named
    like exercises, other scripts are what these import; a notebook comes first. Raises
    `RefusedSubmission` where there is none, or it is not clear which.
    """
    entries = list(level)
    for _ in range(_LEVELS):
        work = [entry for entry in entries if is_work(entry, NOTEBOOK, SCRIPT)]
        work = work or [entry for entry in entries if is_work(entry, ARCHIVE)]
        if work:
            return _chosen(work, slugs)
        entries = [one for entry in entries if is_folder(entry) for one in visible(entry)]
    raise RefusedSubmission("file.none")


def _chosen(
    work: Sequence[Path], slugs: Collection[str]
) -> tuple[tuple[Path, ...], tuple[Note, ...]]:
    notebooks = [entry for entry in work if is_work(entry, NOTEBOOK)]
    scripts = [entry for entry in work if is_work(entry, SCRIPT)]
    if len(notebooks) == 1:
        return (*notebooks, *scripts), ()
    exercises = [script for script in scripts if script.stem in slugs]
    if len(work) == 1 or (is_one_per_exercise(exercises, slugs) and not notebooks):
        return tuple(work), ()
    of_several = _latest([one for one in notebooks if holds_any_of(one, slugs)])
    if of_several is None and not notebooks and not scripts:
        of_several = _last_packed(work)
    if of_several is not None:
        note = message("file.chosen", name=_short(of_several), count=len(work) - len(scripts))
        return (of_several, *scripts), (Note(0, note),)
    names = ", ".join(repr(_short(entry)) for entry in work[:_MAX_NAMED_FILES])
    more = ", ..." if len(work) > _MAX_NAMED_FILES else ""
    several = message("file.several", count=len(work), names=f"{names}{more}")
    raise SeveralFiles(several, tuple(work))


def _short(entry: Path) -> str:
    return entry.name[:MAX_NAME_CHARACTERS]


def _latest(notebooks: Sequence[Path]) -> Path | None:
    """The last copy, where all are copies of one."""
    if len({plain_name(one.name) for one in notebooks}) != 1:
        return None
    return max(notebooks, key=lambda one: copy_number(one.name))


def _last_packed(archives: Sequence[Path]) -> Path | None:
    """The last of the zips that Otter packed of one notebook."""
    packed = [match for one in archives if (match := _PACKED.fullmatch(one.name))]
    if len(packed) < len(archives) or len({match[1] for match in packed}) != 1:
        return None
    return max(archives, key=lambda one: one.name)


def holds_any_of(notebook: Path, slugs: Collection[str]) -> bool:
    """Whether a notebook's text asks for checks of these exercises; a link is not followed."""
    if notebook.is_symlink():
        return False
    return any(name.decode() in slugs for name in _ASKED.findall(_looked_at(notebook)))


def _looked_at(file: Path) -> bytes:
    """What is in a file; nothing of one that is refused anyway when it is read."""
    try:
        is_read = file.is_file() and file.stat().st_size <= _MAX_BYTES_LOOKED_AT
        return file.read_bytes() if is_read else b""
    except OSError:
        return b""


def visible(folder: Path) -> list[Path]:
    """A folder's entries but for hidden ones, in the order of their names."""
    return sorted(entry for entry in folder.iterdir() if not is_hidden(entry))


def is_hidden(entry: Path) -> bool:
    """Whether it is some system's or program's, and nobody's work."""
    return entry.name.startswith(".") or entry.name in JUNK


def is_folder(entry: Path) -> bool:
    """Whether it is a folder, and no link to one."""
    return entry.is_dir() and not entry.is_symlink()


def is_work(entry: Path, *suffixes: str) -> bool:
    """Whether it is called like such a file."""
    return entry.suffix.lower() in suffixes and not is_folder(entry)


def is_one_per_exercise(files: Sequence[Path], slugs: Collection[str]) -> bool:
    """Whether these are scripts, each named like another exercise."""
    stems = [file.stem for file in files if file.suffix.lower() == SCRIPT]
    return bool(files) and len(set(stems)) == len(files) and set(stems) <= set(slugs)


def is_notebook_with_modules(work: Sequence[Path]) -> bool:
    """Whether this is one notebook, with scripts that it imports, each of them."""
    notebooks = [entry for entry in work if is_work(entry, NOTEBOOK)]
    scripts = [entry for entry in work if is_work(entry, SCRIPT)]
    if len(notebooks) != 1 or not scripts or len(work) > 1 + len(scripts):
        return False
    return set(imported_beside(notebooks[0])) >= set(scripts)


def imported_beside(notebook: Path) -> tuple[Path, ...]:
    """The scripts beside a notebook that it imports, or that these import."""
    scripts = sorted(notebook.parent.glob(f"*{SCRIPT}"))
    beside = {script.stem: script for script in scripts if is_work(script, SCRIPT)}
    found, pending = list[Path](), [notebook]
    while pending:
        for name in _IMPORTED.findall(_looked_at(pending.pop())):
            script = beside.pop(name.decode(), None)
            if script is not None and not script.is_symlink():
                found.append(script)
                pending.append(script)
    return tuple(found)
