"""Finds the sources of submissions at the paths of a command; no submission is read.

Every entry of a class ends in exactly one place: it belongs to one source, which is graded or
refused with a reason, or it is set aside with a reason. Only a zip that is named itself is
unpacked, to see whose work it holds. Links are never followed.
"""

from __future__ import annotations

import itertools
import os
import shutil
import stat
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.records import Note
from autograder.submissions.archive import unpack_class
from autograder.submissions.chosen_files import (
    ARCHIVE,
    MAX_NAME_CHARACTERS,
    SCRIPT,
    WORK,
    SeveralFiles,
    hand_in,
    holds_any_of,
    is_folder,
    is_hidden,
    is_notebook_with_modules,
    is_one_per_exercise,
    is_work,
    visible,
)
from autograder.submissions.layouts import (
    Layout,
    Named,
    attempts,
    copy_number,
    layout_of,
    plain_name,
)
from autograder.wire.errors import RefusedSubmission, UsageError
from autograder.wire.messages import Message, Value, message

_MAX_NAME_BYTES = 200  # a file system's limit is 255 for the name with what is added to it
# What nobody hands in as work, and instructors and platforms lay beside it.
BESIDE_WORK: tuple[str, ...] = (
    ".cfg",
    ".csv",
    ".db",
    ".ini",
    ".json",
    ".lock",
    ".log",
    ".md",
    ".ods",
    ".sqlite",
)
BESIDE_WORK += (".toml", ".tsv", ".xls", ".xlsx", ".yaml", ".yml")
SUPPORT = ("setup.py", "conftest.py", "__init__.py")
# Folders in which platforms keep what was handed in, beside other things.
HANDED_IN = ("submitted", "Submissions", "Abgaben")
# What is in people's names and addresses, and in no way special in a file's name.
SAFE_SIGNS = "._- ,'\N{RIGHT SINGLE QUOTATION MARK}@+()"
COURSE_FILE = "course.toml"  # what a student begins with is a course of its own
PLAIN = "files and folders"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one student's submission lies; a `reason` says why it is refused unread.

    `entries` are those of the class that it was made from. Of several assignments it is for the one
    whose class it lies in, `assignment`; or `several` files are one student's, each perhaps for
    another. `earlier` are the student's attempts before this one, the first one first.
    """

    student: str
    path: Path
    files: tuple[Path, ...]
    workspace: Path
    notes: tuple[Note, ...] = ()
    reason: Message | None = None
    entries: tuple[Path, ...] = ()
    assignment: str = ""
    several: tuple[Path, ...] = ()
    earlier: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """An entry that is nobody's submission, and why."""

    path: Path
    reason: Message


@dataclass(slots=True)
class Found:
    """What is at the paths of a command; `layouts` says as what each was read."""

    sources: tuple[Source, ...] = ()
    aside: tuple[Aside, ...] = ()
    layouts: dict[Path, str] = field(default_factory=dict)


def find(
    paths: Sequence[Path],
    slugs: Collection[str],
    workspace: Path,
    assignments: Collection[str] = (),
) -> Found:
    """The submissions at `paths`; raises `UsageError` where there are none.

    A path without any, among others, is a submission that is refused. A folder that is named like
    one of several `assignments` holds its class; then names may occur twice, one an assignment.
    """
    once = {path.absolute(): path for path in paths}.values()
    found = {path: _at(path, _Class(slugs, workspace, assignments)) for path in once}
    if not any(one.sources for one in found.values()):
        names = ", ".join(repr(str(path)) for path in found)
        raise UsageError(f"There is no notebook, .py file, zip or folder in {names}; name another.")
    sources = [
        source
        for path, one in found.items()
        for source in one.sources or [_without_work(path, workspace)]
    ]
    return Found(
        tuple(sources) if assignments else told_apart(sources),
        tuple(aside for one in found.values() for aside in one.aside),
        {path: one.layout.name if one.layout else PLAIN for path, one in found.items()},
    )


def _without_work(path: Path, workspace: Path) -> Source:
    return Source(path.resolve().name, path, (), workspace, reason=message("file.none"))


@dataclass(slots=True)
class _Class:
    """What is found at one path, as it is found."""

    slugs: Collection[str]
    workspace: Path
    assignments: Collection[str] = ()
    sources: list[Source] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    layout: Layout | None = None

    def put_aside(self, entries: Sequence[Path], name: str, **values: Value) -> None:
        self.aside += [Aside(entry, message(name, **values)) for entry in entries]

    def add_file(self, entry: Path, student: str = "") -> None:
        source = Source(student or entry.stem, entry, (entry,), self.workspace, entries=(entry,))
        self.sources.append(source)

    def add_student(self, student: str, path: Path, within: Sequence[Path]) -> None:
        """The work of one student among the entries `within`, which are theirs."""
        source = Source(student, path, (), self.workspace, entries=(path,))
        try:
            files, notes = hand_in(within, self.slugs)
            source = replace(source, files=files, notes=notes)
        except SeveralFiles as error:
            source = replace(source, reason=error.message, several=error.files)
        except RefusedSubmission as error:
            source = replace(source, reason=error.message)
        except OSError as error:
            source = replace(source, reason=_closed(error))
        self.sources.append(source)

    def add_assignment(self, folder: Path, name: str) -> None:
        """The class in a folder that is named like an assignment."""
        within = _Class(self.slugs, self.workspace)
        _add_class(folder, name, within)
        self.sources += [replace(source, assignment=name) for source in within.sources]
        self.aside += within.aside

    def add_closed(self, student: str, path: Path, error: OSError) -> None:
        reason = _closed(error)
        source = Source(student, path, (), self.workspace, reason=reason, entries=(path,))
        self.sources.append(source)

    def add_folder(self, folder: Path, student: str, path: Path) -> None:
        try:
            within = visible(folder)
        except OSError as error:
            self.add_closed(student, path, error)
            return
        self.add_student(student, path, within)


def _closed(error: OSError) -> Message:
    return message("file.folder_cannot_be_opened", reason=error.strerror)


def _at(path: Path, found: _Class) -> _Class:
    try:
        kind = path.lstat().st_mode
        if stat.S_ISDIR(kind):
            name = path.resolve().name
            if name in found.assignments:
                found.add_assignment(path, name)
            else:
                _add_class(path, name, found)
        elif stat.S_ISREG(kind) and path.suffix.lower() == ARCHIVE:
            return _in_archive(path, found)
        else:
            found.add_file(path)
    except FileNotFoundError as error:
        raise UsageError(f"There is no file or folder {str(path)!r}; check the path.") from error
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be opened: {error.strerror}.") from error
    return found


def _add_class(folder: Path, name: str, found: _Class) -> None:
    """Adds what is in a folder: of one student, in a platform's layout, or an entry a student."""
    folder = _entered(folder, found)
    if (folder / COURSE_FILE).is_file():
        found.add_folder(folder, name, folder)
        return
    entries = visible(folder)
    found.put_aside(sorted(filter(is_hidden, folder.iterdir())), "aside.hidden")
    recognised = layout_of(entries)
    if recognised is None:
        _add_plain(folder, name, entries, found)
        return
    layout, named = recognised
    found.layout = layout
    for student, now, earlier in attempts(named):
        before = _Class(slugs=found.slugs, workspace=found.workspace)
        for own in earlier:
            _add_named(student, own, named, before)
            found.put_aside(own, "aside.earlier", student=student)
        _add_named(student, now, named, found)
        found.sources[-1] = replace(found.sources[-1], earlier=tuple(before.sources))
    rest = [entry for entry in entries if entry not in named]
    own = [entry for entry in rest if entry.name in layout.beside]
    found.put_aside(own, "aside.beside")
    _add_plain(folder, name, [entry for entry in rest if entry not in own], found)


def _entered(folder: Path, found: _Class) -> Path:
    """The folder below that holds the class, where others only wrap it."""
    while True:
        entries = visible(folder)
        folders = [entry for entry in entries if is_folder(entry)]
        kept = [entry for entry in folders if entry.name in HANDED_IN]
        only = folders if len(folders) == len(entries) == 1 and not layout_of(entries) else []
        if len(kept) == 1 and not any(is_work(entry, *WORK) for entry in entries):
            found.put_aside([one for one in entries if one not in kept], "aside.beside")
            folder = kept[0]
        elif only and only[0].name in found.assignments:
            return folder
        elif only and _is_class(only[0], found.slugs):
            folder = only[0]
        else:
            return folder


def _is_class(folder: Path, slugs: Collection[str]) -> bool:
    """Whether a folder that is alone in another one holds the work of several people."""
    entries = visible(folder)
    if layout_of(entries) or any(entry.name in HANDED_IN for entry in entries):
        return True
    work = [entry for entry in entries if is_work(entry, *WORK)]
    folders = [entry for entry in entries if is_folder(entry)]
    if len(entries) == len(folders) == 1:
        return _is_class(folders[0], slugs)
    several = [one for one in work if is_work(one, ARCHIVE) or holds_any_of(one, slugs)]
    return len(several) > 1 or (len(folders) > 1 and not work)


def _add_plain(folder: Path, name: str, entries: Sequence[Path], found: _Class) -> None:
    """Adds one student an entry; scripts that are all named like exercises are one's together."""
    scripts = tuple(one for one in entries if is_work(one, SCRIPT) and not one.is_symlink())
    together = scripts if is_one_per_exercise(scripts, found.slugs) else ()
    if together:
        found.sources.append(Source(name, folder, together, found.workspace, entries=together))
    copies = _copies(entries)
    for entry in entries:
        if entry in together:
            continue
        if is_folder(entry) and entry.name in found.assignments:
            found.add_assignment(entry, entry.name)
        elif is_folder(entry):
            found.add_folder(entry, entry.name, entry)
        elif entry.name in SUPPORT:
            found.put_aside([entry], "aside.support")
        elif entry.suffix.lower() in BESIDE_WORK:
            found.put_aside([entry], "aside.beside")
        else:
            # A link to a folder too, which is refused when it is read.
            _add_copy(entry, copies.get(plain_name(entry.name), []), found)


def _add_copy(entry: Path, own: Sequence[Path], found: _Class) -> None:
    """Adds a file, or of `own`, copies of one, the last with those before it."""
    if entry not in own:
        found.add_file(entry)
        return
    student = Path(plain_name(entry.name)).stem
    if entry != own[-1]:
        found.put_aside([entry], "aside.earlier", student=student)
        return
    before = _Class(slugs=found.slugs, workspace=found.workspace)
    for one in own[:-1]:
        before.add_file(one, student)
    found.add_file(entry, student)
    found.sources[-1] = replace(found.sources[-1], earlier=tuple(before.sources))


def _copies(entries: Sequence[Path]) -> Mapping[str, list[Path]]:
    """The files of which there are copies, as a browser or Jupyter names them, by the first's name.

    The last copy comes last. Many people end a name with a hyphen and a number of their own.
    """
    files = [entry for entry in entries if is_work(entry, *WORK)]
    copied: dict[str, list[Path]] = {}
    for one in files:
        if (" (" in one.name or "-Copy" in one.name) and copy_number(one.name):
            copied.setdefault(plain_name(one.name), []).append(one)
    first = {one.name: [one] for one in files if one.name in copied}
    return {
        name: sorted([*first.get(name, []), *own], key=lambda one: copy_number(one.name))
        for name, own in copied.items()
    }


def _add_named(
    student: str, entries: Sequence[Path], named: Mapping[Path, Named], found: _Class
) -> None:
    """Adds the entries that a platform named after one student."""
    if len(entries) == 1 and not is_folder(entries[0]):
        found.add_file(entries[0], student)
        return
    try:
        within = [
            one for entry in entries for one in (visible(entry) if is_folder(entry) else [entry])
        ]
    except OSError as error:
        # One student's folder that nobody may enter is no reason to stop a class.
        found.add_closed(student, entries[0], error)
        found.sources[-1] = replace(found.sources[-1], entries=tuple(entries))
        return
    flat = [entry for entry in entries if not is_folder(entry)]
    if len(flat) > 1:
        # Under their own names, since one may import another.
        within = [one for one in within if one not in flat]
        within += _under_own_names({one: named[one].file or one.name for one in flat}, found)
    found.add_student(student, entries[0], within)
    found.sources[-1] = replace(found.sources[-1], entries=tuple(entries))


def _under_own_names(names: Mapping[Path, str], found: _Class) -> list[Path]:
    found.workspace.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=found.workspace))
    placed = []
    for count, (entry, name) in enumerate(names.items()):
        target = folder / name
        if target.exists():
            target = folder / f"{target.stem}-{count}{target.suffix}"
        try:
            os.link(entry, target, follow_symlinks=False)
        except OSError:
            shutil.copyfile(entry, target, follow_symlinks=False)
        placed.append(target)
    return placed


def _in_archive(path: Path, found: _Class) -> _Class:
    """A zip that holds one submission is that student's; otherwise it is read like a folder."""
    found.workspace.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=found.workspace)) / "unpacked"
    try:
        left_out = unpack_class(path, folder)
    except RefusedSubmission as error:
        return _refused_archive(path, error.message, found)
    while len(entries := visible(folder)) == 1 and is_folder(entries[0]) and not layout_of(entries):
        folder = entries[0]
    within = _Class(found.slugs, found.workspace, found.assignments)
    _add_class(folder, path.stem, within)
    # Several folders and no work beside them are a class, even if only one of them holds work:
    # someone who handed in nothing that can be read must learn so, and not be left out.
    folders_only = len(entries) > 1 and all(map(is_folder, entries))
    holders = [one.path for one in within.sources if is_work_at(one)]
    several = folders_only or len(holders) > 1
    as_exported = within.layout is not None and (within.layout.certain or len(within.sources) > 1)
    if as_exported or (several and not is_notebook_with_modules(holders)):
        for name, reason in left_out:
            within.put_aside([path / name.strip("/")], "aside.not_unpacked", reason=reason)
        return within
    if left_out:
        return _refused_archive(path, left_out[0][1], found)
    found.add_folder(folder, path.stem, path)
    return found


def _refused_archive(path: Path, why: Message, found: _Class) -> _Class:
    reason = message("zip.perhaps_a_class", reason=why)
    source = Source(path.stem, path, (), found.workspace, reason=reason, entries=(path,))
    found.sources.append(source)
    return found


def is_work_at(source: Source) -> bool:
    """Whether a source holds files that can be work."""
    return any(is_work(file, *WORK) for file in source.files)


def told_apart(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Every source under a name of its own that is fit for a file, none lost or overwritten."""
    return tuple(_named(sources))


def _named(sources: Iterable[Source]) -> Iterator[Source]:
    taken = set()
    # The first number that may be free, since very many may have one name.
    numbers = dict[str, int]()
    for source in sources:
        plain = name = safe_name(source.student)
        folded = plain.casefold()
        for count in itertools.count(numbers.get(folded, 2)):
            numbers[folded] = count
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
        sign if unicodedata.category(sign)[0] in "LMN" or sign in SAFE_SIGNS else "_"
        for sign in unicodedata.normalize("NFC", name)
    )
    kept = kept.lstrip(". ")[: MAX_NAME_CHARACTERS - spare]
    short = kept.encode()[: _MAX_NAME_BYTES - spare].decode(errors="ignore")
    return short.rstrip(". ") or "student"
