"""Reads whose an entry is from its name, in the layouts in which platforms export a class.

A person is known by what the platform calls them and their number there, never by the text of a
file. Names of entries are those that the platforms' own code writes:

- Canvas: `lib/content_zipper.rb`
- Gradescope: "Export Submissions"; its metadata say who handed in what
- Moodle: `mod/assign/classes/downloader.php`; folders, or flat; blind; teams
- nbgrader: its exchange's inbound folder; a course's `submitted/` is found by its name
- Blackboard and Brightspace: "Download All" of a column, of an assignment's folder
- ILIAS: the folders of a multi-feedback archive
- Google Classroom: an assignment's folder in Drive
- GitHub Classroom: clones of the repositories of one assignment
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

# Among so many entries a share of others, such as a list that an instructor laid beside them, does
# not hide a layout.
LEAST_SHARE = 0.5
# What a platform, a browser or Jupyter adds to the name of a second file.
COPY = re.compile(r"(?: \((\d+)\)|-(\d+)|-Copy(\d+))(?=(?:\.\w+)?$)")
REPOSITORY = ".git"
METADATA = "submission_metadata.yml"
DEEPEST_METADATA = 50
MOST_METADATA = 2_000_000
# A number of Gradescope's, or of a course's.
LARGEST_NUMBER = 10**18
# The one of libyaml where there is one; both make plain values only.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of an entry says.

    `file` is what the student called it ("" for a folder of theirs). Of several attempts the one
    that sorts last is the latest.
    """

    student: str
    file: str = ""
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one platform names a class's entries; `name` is the platform's.

    Where it is not `certain`, a student could call a single file of their own so. `beside` are
    files that the platform itself lays there.
    """

    name: str
    read: Callable[[Sequence[Path]], dict[Path, Named]]
    certain: bool = True
    beside: tuple[str, ...] = ()


def layout_of(entries: Sequence[Path]) -> tuple[Layout, dict[Path, Named]] | None:
    """The layout that reads most of these entries, and what it reads from each that it can read.

    A platform's own reads everybody's; another one, which one student's files follow, only theirs.
    """
    found = [(layout, layout.read(entries)) for layout in LAYOUTS]
    layout, named = max(found, key=lambda one: len(one[1]))  # of equals the first
    return (layout, named) if named and len(named) >= LEAST_SHARE * len(entries) else None


def _by_name(pattern: str, person: str, attempt: Callable[[str], str] = str) -> _Reader:
    """A reader of single names; `person` is put together from the pattern's groups."""
    compiled = re.compile(pattern)

    def read(entries: Sequence[Path]) -> dict[Path, Named]:
        found = {}
        for entry in entries:
            if match := compiled.fullmatch(entry.name):
                said = {name: text or "" for name, text in match.groupdict().items()}
                found[entry] = Named(
                    person.format(**said), said.get("file", ""), attempt(said.get("attempt", ""))
                )
        return found

    return read


_Reader = Callable[[Sequence[Path]], dict[Path, Named]]

_canvas = _by_name(
    r"(?P<name>.+?)(?:_LATE)?_(?P<number>\d+)(?:_LATE)?_"
    r"(?:(?:question_\d+_)?\d+_(?P<file>.+)|(?:text|link)\.html)",
    "{name}_{number}",
)
_canvas_anonymous = _by_name(
    r"anon_(?P<number>[A-Za-z0-9]+)(?:_LATE)?_(?:\d+_(?P<file>.+)|(?:text|link)\.html)",
    "anon_{number}",
)
# Moodle writes a space for an underline in people's and teams' names. So neither a student's file
# nor what another platform writes before it is read as a name.
_moodle = _by_name(
    r"(?P<name>[^_]+)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)",
    "{name}_{number}",
)
_nbgrader_exchange = _by_name(
    r"(?P<name>[^+]+)\+[^+]+\+(?P<attempt>\d{4}-\d\d-\d\d[ T]\d\d.?\d\d.?\d\d[^+]*)(?:\+.*)?",
    "{name}",
)
# What a student's file is called comes behind the first mark of an attempt.
_blackboard_names = _by_name(
    r"(?P<rest>.+?)_(?P<name>[^_]+)_attempt_(?P<attempt>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)?",
    "{rest}\0{name}",
)


def _blackboard(entries: Sequence[Path]) -> dict[Path, Named]:
    """The user's name is what follows the assignment's; where that is not clear, both are kept."""
    named = _blackboard_names(entries)
    parts = {one.student: one.student.split("\0") for one in named.values()}
    count = Counter(name for _rest, name in parts.values())
    return {
        entry: Named(name if count[name] == 1 else f"{rest}_{name}", one.file, one.attempt)
        for entry, one in named.items()
        for rest, name in [parts[one.student]]
    }


def _when(text: str) -> str:
    """Brightspace's date ("Oct 3, 2023 1012 PM"), so that it sorts; in another language as is."""
    words = text.replace(".", "").replace(",", "").split()
    month, day, year, clock, half = [*words, "", "", "", "", ""][:5]
    for form in ("%b %d %Y %I%M %p", "%B %d %Y %I%M %p"):
        try:
            moment = datetime.strptime(f"{month} {day} {year} {clock.zfill(4)} {half}", form)
        except ValueError:
            continue
        return moment.isoformat()
    return text


_brightspace = _by_name(
    r"(?P<number>\d+)-\d+ ?- ?(?P<name>.+?) ?- ?"
    r"(?P<attempt>\w+\.? \d{1,2},? \d{4},? \d{1,4} ?\w*)(?: ?- ?(?P<file>.+))?",
    "{name}_{number}",
    _when,
)
_ilias = _by_name(r"(?P<name>[^_]+_[^_]+_[^_]+_\d+)", "{name}")


def _ilias_folders(entries: Sequence[Path]) -> dict[Path, Named]:
    return _ilias([entry for entry in entries if entry.is_dir()])


def _google(entries: Sequence[Path]) -> dict[Path, Named]:
    """Names and the assignment's title, which most of the files share."""
    named = _by_name(r"(?P<name>.+?) - (?P<file>.+)", "{name}")(entries)
    titles = Counter(Path(plain_name(one.file)).stem for one in named.values())
    most = max(titles.values(), default=0)
    return named if most >= max(2, LEAST_SHARE * len(entries)) else {}


def _github(entries: Sequence[Path]) -> dict[Path, Named]:
    """Clones whose names begin alike, with the assignment's slug, and end with the user's."""
    clones = [entry for entry in entries if _is_clone(entry)]
    if not clones:
        return {}
    slug = _common_words([entry.name for entry in clones])
    return {entry: Named(entry.name.removeprefix(slug)) for entry in clones}


def _is_clone(entry: Path) -> bool:
    try:
        return (entry / REPOSITORY).exists()
    except OSError:  # a folder that nobody may enter
        return False


def _common_words(names: Sequence[str]) -> str:
    """What all names begin with, up to a hyphen, and leaves something of each."""
    first, last = min(names), max(names)
    length = next(
        (place for place, sign in enumerate(first) if sign != last[place : place + 1]), len(first)
    )
    return "" if len(names) == 1 else first[: first[:length].rfind("-") + 1]


def _gradescope(entries: Sequence[Path]) -> dict[Path, Named]:
    """Folders by number, whose people the metadata name: all those of a group together."""
    listed = next((entry for entry in entries if entry.name == METADATA), None)
    if listed is None or not listed.is_file() or listed.is_symlink():
        return {}
    people = _metadata(listed)
    return {
        entry: Named(_people(people.get(entry.name)) or entry.name)
        for entry in entries
        if re.fullmatch(r"submission_\d+", entry.name)
    }


def _metadata(listed: Path) -> dict[Any, Any]:
    """What Gradescope says of submissions; nothing where that is not what Gradescope writes.

    Where students name the files of a class, one of them may have written it.
    """
    try:
        text = listed.read_bytes()
        if not _is_modest(yaml.parse(text, _Loader)):
            return {}
        people = yaml.load(text, _Loader)  # noqa: S506 - it is the safe one
    except (yaml.YAMLError, OSError, ValueError, RecursionError):
        return {}
    return people if isinstance(people, dict) else {}


def _is_modest(events: Iterable[yaml.Event]) -> bool:
    """Whether what is written is neither deep nor, with aliases in full, large.

    Depth ends libyaml, and aliases of aliases take any amount of time and memory.
    """
    sizes = dict[str | None, int]()
    anchors, counts = list[str | None](), [0]  # of what is open; the file first
    for event in events:
        match event:
            case yaml.CollectionStartEvent():
                anchors.append(event.anchor)
                counts.append(1)
            case yaml.CollectionEndEvent():
                size = sizes[anchors.pop()] = counts.pop()
                counts[-1] += size
            case yaml.AliasEvent():
                counts[-1] += sizes.get(event.anchor, 1)
            case yaml.ScalarEvent():
                counts[-1] += 1
        if len(counts) > DEEPEST_METADATA or counts[-1] > MOST_METADATA:
            return False
    return True


def _people(said: Any) -> str:
    """Who handed in: each by the number that a course gave them, or the address, or the name.

    Its keys are symbols of Ruby, which YAML reads as strings that begin with a colon.
    """
    submitters = said.get(":submitters") if isinstance(said, dict) else None
    found = []
    for one in submitters if isinstance(submitters, list) else []:
        known = one if isinstance(one, dict) else {}
        values = [known.get(key) for key in (":sid", ":email", ":name")]
        found.append(next((text for value in values if (text := _text(value))), ""))
    return ", ".join(filter(None, found))


def _text(value: Any) -> str:
    is_number = isinstance(value, int) and abs(value) < LARGEST_NUMBER
    return str(value) if value and (is_number or isinstance(value, str)) else ""


# Those first whose names no other could be taken for.
LAYOUTS = (
    Layout("Gradescope", _gradescope),
    Layout("Moodle", _moodle),
    Layout("Blackboard", _blackboard),
    Layout("Brightspace", _brightspace, beside=("index.html",)),
    Layout("nbgrader's exchange", _nbgrader_exchange),
    Layout("Canvas, anonymous", _canvas_anonymous),
    Layout("Canvas", _canvas, certain=False),
    Layout("GitHub Classroom", _github),
    Layout("ILIAS", _ilias_folders, certain=False),
    Layout("Google Classroom", _google, certain=False),
)


def plain_name(file: str) -> str:
    """A file's name without what was added to it since another one has it."""
    return COPY.sub("", file)


def copy_number(file: str) -> int:
    """The number that was added to a file's name, or 0."""
    match = COPY.search(file)
    return int(next(filter(None, match.groups()))) if match else 0


def attempts(named: dict[Path, Named]) -> Iterator[tuple[str, list[Path], list[list[Path]]]]:
    """Each student with the entries of the latest attempt, and of each earlier one in its order."""
    entries = dict[str, dict[str, list[Path]]]()
    for entry, one in named.items():
        entries.setdefault(one.student, {}).setdefault(one.attempt, []).append(entry)
    for student, own in entries.items():
        *earlier, now = [own[attempt] for attempt in sorted(own)]
        yield student, now, earlier
