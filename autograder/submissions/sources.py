"""Finds the sources of submissions at the paths of a command; no submission is read.

Only a zip that is named itself is unpacked, to see whose work it holds. Links are never followed.
"""

from __future__ import annotations

import itertools
import re
import stat
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.records import Note
from autograder.submissions.archive import unpack
from autograder.wire.errors import RefusedSubmission, UsageError
from autograder.wire.messages import Message, message

MAX_NAME_CHARACTERS = 80
_MAX_NAME_BYTES = 200  # a file system's limit is 255 for the name with what is added to it
_MAX_NAMED_FILES = 5

NOTEBOOK, SCRIPT, ARCHIVE = ".ipynb", ".py", ".zip"
_WORK = (NOTEBOOK, SCRIPT, ARCHIVE)
_JUNK = ("__MACOSX", "__pycache__")
_IMPORTED = re.compile(rb"\b(?:import|from)[ \t]+(\w+)")
_LEVELS = 3  # a zip often wraps the work in a folder named like itself, and that in another


@dataclass(frozen=True, slots=True)
class Source:
    """Where one student's submission lies; a `reason` says why it is refused unread."""

    student: str
    path: Path
    files: tuple[Path, ...]
    workspace: Path
    notes: tuple[Note, ...] = ()
    reason: Message | None = None


def find(paths: Sequence[Path], slugs: Collection[str], workspace: Path) -> tuple[Source, ...]:
    """The submissions at `paths`; raises `UsageError` where there are none.

    A path without any, among others, is a submission that is refused.
    """
    once = {path.absolute(): path for path in paths}.values()
    found = {path: _at(path, slugs, workspace) for path in once}
    if not any(found.values()):
        names = ", ".join(repr(str(path)) for path in found)
        raise UsageError(f"There is no notebook, .py file, zip or folder in {names}; name another.")
    return tuple(
        _told_apart(
            source
            for path, sources in found.items()
            for source in sources or [_without_work(path, workspace)]
        )
    )


def _without_work(path: Path, workspace: Path) -> Source:
    return Source(path.resolve().name, path, (), workspace, reason=message("file.none"))


def _at(path: Path, slugs: Collection[str], workspace: Path) -> list[Source]:
    try:
        kind = path.lstat().st_mode
        if stat.S_ISDIR(kind):
            return list(_in_folder(path, path.resolve().name, slugs, workspace))
        if stat.S_ISREG(kind) and path.suffix.lower() == ARCHIVE:
            return _in_archive(path, slugs, workspace)
        return [Source(path.stem, path, (path,), workspace)]
    except FileNotFoundError as error:
        raise UsageError(f"There is no file or folder {str(path)!r}; check the path.") from error
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be opened: {error.strerror}.") from error


def _in_folder(
    folder: Path, name: str, slugs: Collection[str], workspace: Path
) -> Iterator[Source]:
    entries = _entries(folder)
    scripts = tuple(
        entry for entry in entries if _is_work(entry, SCRIPT) and not entry.is_symlink()
    )
    scripts = scripts if _is_one_per_exercise(scripts, slugs) else ()
    if scripts:
        yield Source(name, folder, scripts, workspace)
    together = frozenset(scripts)
    for entry in entries:
        if _is_folder(entry):
            yield _of_student(entry, entry.name, entry, slugs, workspace)
        elif (_is_work(entry, *_WORK) and entry not in together) or entry.is_dir():
            # What is a folder here is a link to one, which `read` refuses.
            yield Source(entry.stem, entry, (entry,), workspace)


def _in_archive(path: Path, slugs: Collection[str], workspace: Path) -> list[Source]:
    """A zip that holds one submission is that student's; otherwise it is read like a folder."""
    workspace.mkdir(parents=True, exist_ok=True)
    try:
        folder = unpack(path, Path(tempfile.mkdtemp(dir=workspace)) / "unpacked")
    except RefusedSubmission as error:
        reason = message("zip.perhaps_a_class", reason=error.message)
        return [Source(path.stem, path, (), workspace, reason=reason)]
    while len(entries := _entries(folder)) == 1 and _is_folder(entries[0]):
        folder = entries[0]
    found = list(_in_folder(folder, path.stem, slugs, workspace))
    if _is_notebook_with_modules([source.path for source in found if source.files]):
        return [_of_student(folder, path.stem, path, slugs, workspace)]
    # Several folders and no work beside them are a class, even if only one of them holds work:
    # someone who handed in nothing that can be read must learn so, and not be left out.
    folders_only = len(entries) > 1 and all(map(_is_folder, entries))
    if folders_only or sum(bool(source.files) for source in found) > 1:
        return found
    return [_of_student(folder, path.stem, path, slugs, workspace)]


def _of_student(
    folder: Path, student: str, path: Path, slugs: Collection[str], workspace: Path
) -> Source:
    try:
        return Source(student, path, hand_in(folder, slugs), workspace)
    except RefusedSubmission as error:
        return Source(student, path, (), workspace, reason=error.message)
    except OSError as error:
        reason = message("file.folder_cannot_be_opened", reason=error.strerror)
        return Source(student, path, (), workspace, reason=reason)


def hand_in(folder: Path, slugs: Collection[str]) -> tuple[Path, ...]:
    """The files of one student's folder: the uppermost ones, a zip only where nothing else is.

    Beside one notebook, and beside scripts that are named like exercises, other scripts are what
    these import; a notebook comes first.
    """
    level = [folder]
    for _ in range(_LEVELS):
        entries = [entry for parent in level for entry in _entries(parent)]
        work = [entry for entry in entries if _is_work(entry, NOTEBOOK, SCRIPT)]
        work = work or [entry for entry in entries if _is_work(entry, ARCHIVE)]
        notebooks = [entry for entry in work if _is_work(entry, NOTEBOOK)]
        scripts = [entry for entry in work if _is_work(entry, SCRIPT)]
        if len(notebooks) == 1:
            return (*notebooks, *scripts)
        exercises = [script for script in scripts if script.stem in slugs]
        if len(work) == 1 or (_is_one_per_exercise(exercises, slugs) and not notebooks):
            return tuple(work)
        if work:
            names = ", ".join(
                repr(entry.name[:MAX_NAME_CHARACTERS]) for entry in work[:_MAX_NAMED_FILES]
            )
            more = ", ..." if len(work) > _MAX_NAMED_FILES else ""
            raise RefusedSubmission("file.several", count=len(work), names=f"{names}{more}")
        level = [entry for entry in entries if _is_folder(entry)]
    raise RefusedSubmission("file.none")


def _entries(folder: Path) -> list[Path]:
    return sorted(
        entry
        for entry in folder.iterdir()
        if not entry.name.startswith(".") and entry.name not in _JUNK
    )


def _is_folder(entry: Path) -> bool:
    return entry.is_dir() and not entry.is_symlink()


def _is_work(entry: Path, *suffixes: str) -> bool:
    return entry.suffix.lower() in suffixes and not _is_folder(entry)


def _is_one_per_exercise(files: Sequence[Path], slugs: Collection[str]) -> bool:
    stems = [file.stem for file in files if file.suffix.lower() == SCRIPT]
    return bool(files) and len(set(stems)) == len(files) and set(stems) <= set(slugs)


def _is_notebook_with_modules(work: Sequence[Path]) -> bool:
    """Whether this is one notebook, with scripts that it imports, each of them."""
    notebooks = [entry for entry in work if _is_work(entry, NOTEBOOK)]
    scripts = [entry for entry in work if _is_work(entry, SCRIPT)]
    if len(notebooks) != 1 or not scripts or len(work) > 1 + len(scripts):
        return False
    return set(imported_beside(notebooks[0])) >= set(scripts)


def imported_beside(notebook: Path) -> tuple[Path, ...]:
    """The scripts beside a notebook that it imports, or that these import."""
    beside = {script.stem: script for script in sorted(notebook.parent.glob(f"*{SCRIPT}"))}
    found, pending = list[Path](), [notebook]
    while pending:
        for name in _IMPORTED.findall(pending.pop().read_bytes()):
            script = beside.pop(name.decode(), None)
            if script is not None and not script.is_symlink():
                found.append(script)
                pending.append(script)
    return tuple(found)


def _told_apart(sources: Iterable[Source]) -> Iterator[Source]:
    """Every source under a name of its own that is fit for a file, none lost or overwritten."""
    taken = set()
    for source in sources:
        plain = name = safe_name(source.student)
        for count in itertools.count(2):
            # Some file systems do not tell "Ana" from "ana".
            if name.casefold() not in taken:
                break
            name = f"{safe_name(plain, spare=len(str(count)) + 1)}-{count}"
        taken.add(name.casefold())
        notes = source.notes
        if name != plain:
            same_name = message("file.same_name", plain=plain, name=name)
            notes = (*notes, Note(0, same_name))
        yield replace(source, student=name, notes=notes)


def safe_name(name: str, spare: int = 0) -> str:
    """A student's name that is safe as a file's name, with room for `spare` more characters."""
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LMN" or sign in "._- " else "_"
        for sign in unicodedata.normalize("NFC", name)
    )
    kept = kept.lstrip(". ")[: MAX_NAME_CHARACTERS - spare]
    short = kept.encode()[: _MAX_NAME_BYTES - spare].decode(errors="ignore")
    return short.rstrip(". ") or "student"
