"""A made-up class with everything in it that people hand in, written as platforms export it.

What each person hands in is decided once; a layout only says what files are called. So whatever the
layout, the same people must be found, with the same work or the same reason against it.
"""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FIRST_NAMES = (
    *("Ada", "Björn", "Chidi", "Dolores", "Émile", "Fatima", "Gülşen", "Jo Ann", "Łukasz", "Zoë"),
    *("Anne-Marie", "D'Andre", "Nuria", "Ömer", "Siân", "Tomáš", "Wei", "Yildiz", "李", "Ng"),
)
LAST_NAMES = (
    *("Lovelace", "O'Neil", "Nguyễn", "Müller-Lüdenscheidt", "Smith, Jr.", "van der Berg", "Núñez"),
    *(
        "Straße",
        "Çelik",
        "Ó Briain",
        "Kowalska",
        "St. John",
        "MacKay",
        "D\N{RIGHT SINGLE QUOTATION MARK}Angelo",
        "Lee",
        "Žižek",
    ),
)
TITLE = "Lab 1"
# What one in so many people does; everybody else hands in a notebook.
HABITS = (
    *("late", "attempts", "beside", "copies", "zipped", "packed by Otter", "other notebook"),
    *("pdf", "rar", "broken", "nothing", "stub"),
)
EVERY = 20
REFUSED = ("pdf", "rar", "broken", "nothing")

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the course, and each of their attempts, the latest last."""

    number: int
    first: str
    last: str
    login: str
    habit: str
    attempts: tuple[Files, ...]
    # What is to be graded; nothing where the hand-in is to be refused.
    notebook: bytes | None

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def sortable(self) -> str:
        return f"{self.last}, {self.first}"

    @property
    def files(self) -> Files:
        """What counts."""
        return self.attempts[-1]


def make_class(notebooks: Sequence[str], stub: str, seed: int = 1) -> list[Person]:
    """Somebody for each of these notebooks, under names that no two have; `stub` is the handout."""
    chance = random.Random(seed)  # noqa: S311 - a made-up class
    names = [(first, last) for last in LAST_NAMES for first in FIRST_NAMES]
    chance.shuffle(names)
    people = []
    for place, ((first, last), notebook) in enumerate(zip(names, notebooks, strict=False)):
        habit = HABITS[place % EVERY] if place % EVERY < len(HABITS) else ""
        own, handout = notebook.encode(), stub.encode()
        attempts = _attempts(habit, own, handout)
        counts = None if habit in REFUSED else handout if habit == "stub" else own
        number, login = 5001 + 7 * place, f"user{place:03}"
        people.append(Person(number, first, last, login, habit, attempts, counts))
    return people


def small_notebook(slug: str, *sources: str) -> str:
    """A notebook of answers and a check that it asks for."""
    cells = [
        {"cell_type": "code", "source": text, "metadata": {}, "outputs": []}
        for text in (*sources, f'grader.check("{slug}")')
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def _attempts(habit: str, notebook: bytes, stub: bytes) -> tuple[Files, ...]:
    """What somebody with such a habit hands in, one attempt after the other."""
    other = small_notebook("another", "x = 1").encode()
    in_a_folder = {"lab/work.ipynb": notebook, "__MACOSX/lab/._work": b"\0"}
    packed = {
        f"work_2026_11_0{day}T10_00_00_000001.zip": zipped({"work.ipynb": text})
        for day, text in ((1, stub), (2, notebook))
    }
    attempts: dict[str, tuple[Files, ...]] = {
        "attempts": (
            {"work.ipynb": stub},
            {"work.ipynb": stub + b"\n"},
            {"work.ipynb": notebook},
        ),
        "beside": ({"work.ipynb": notebook, "my notes.pdf": b"%PDF-1.7", "plot.png": b"\x89PNG"},),
        "copies": ({"work.ipynb": stub, "work (1).ipynb": notebook},),
        "other notebook": ({"scratch.ipynb": other, "work.ipynb": notebook},),
        "zipped": ({"hand-in.zip": zipped(in_a_folder)},),
        "packed by Otter": (packed,),
        "pdf": ({"work.pdf": b"%PDF-1.7"},),
        "rar": ({"work.rar": b"Rar!\x1a\x07"},),
        "broken": ({"work.ipynb": notebook[: len(notebook) // 2]},),
        "nothing": ({},),
        "stub": ({"work.ipynb": stub},),
    }
    return attempts.get(habit, ({"work.ipynb": notebook},))


def zipped(files: Files) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def roster(people: Iterable[Person]) -> str:
    """The course's list, by which every platform's way to name people leads to the same ones."""
    lines = ["ID,Name,Username,Email"]
    lines += [f'{one.number},"{one.sortable}",{one.login},{one.login}@x.edu' for one in people]
    return "\n".join(lines) + "\n"


# ---- layouts: from people to an export's files; a name that ends with / is an empty folder -------

Entries = Iterator[tuple[str, bytes]]


def _folder(name: str, files: Files) -> Entries:
    if not files:
        yield f"{name}/", b""
    for file, content in files.items():
        yield f"{name}/{file}", content


def _canvas(people: Iterable[Person]) -> Entries:
    attachment = 90_000
    for one in people:
        who = re.sub(r"\W", "", one.sortable.lower())
        late = "_LATE" if one.habit == "late" else ""
        for name, content in one.files.items():
            attachment += 1
            stem, dot, end = name.rpartition(".")
            again = "-2" if one.habit == "attempts" else ""
            shown = f"{stem}{again}{dot}{end}"
            yield f"{who}{late}_{one.number}_{attachment}_{shown}", content
        if not one.files:
            yield f"{who}{late}_{one.number}_text.html", b"<p>I could not upload it.</p>"


def _moodle(people: Iterable[Person]) -> Entries:
    for place, one in enumerate(people):
        # Releases differ in how the folder's name ends.
        tail = "file_" if place % 2 else "file"
        yield from _folder(f"{one.name}_{one.number}_assignsubmission_{tail}", one.files)
        if not one.files or place % 5 == 0:
            online = f"{one.name}_{one.number}_assignsubmission_onlinetext/onlinetext.html"
            yield online, b"<p>See my file.</p>"


def _moodle_flat(people: Iterable[Person]) -> Entries:
    for one in people:
        who = f"{one.name}_{one.number}_assignsubmission"
        for name, content in one.files.items():
            yield f"{who}_file_{name}", content
        if not one.files:
            yield f"{who}_onlinetext_onlinetext.html", b"<p>Nothing.</p>"


def _gradescope(people: Iterable[Person]) -> Entries:
    said = {}
    for place, one in enumerate(people):
        folder = f"submission_{310_000 + place}"
        submitter = {":name": one.name, ":sid": f"{one.number}", ":email": f"{one.login}@x.edu"}
        said[folder] = {":submitters": [submitter], ":created_at": "2026-11-02 10:00:00 Z"}
        yield from _folder(folder, one.files)
    # As Ruby writes symbols, which are no strings for it.
    text = yaml.safe_dump(said, allow_unicode=True)
    yield "submission_metadata.yml", re.sub(r"'(:\w+)'", r"\1", text).encode()


def _nbgrader(people: Iterable[Person]) -> Entries:
    for one in people:
        yield from _folder(f"submitted/{one.login}/lab-1", one.files)
    yield "gradebook.db", b"SQLite format 3\0"
    yield "source/lab-1/lab.ipynb", b"{}"


def _exchange(people: Iterable[Person]) -> Entries:
    for one in people:
        for turn, files in enumerate(one.attempts, 1):
            name = f"{one.login}+lab-1+2026-11-0{turn} 10:00:00 UTC+{one.number:x}"
            yield from _folder(name, {**files, "timestamp.txt": b"2026-11-01 10:00:00 UTC"})


def _blackboard(people: Iterable[Person]) -> Entries:
    for one in people:
        for turn, files in enumerate(one.attempts, 1):
            who = f"{TITLE}_{one.login}_attempt_2026-11-0{turn}-10-00-00"
            yield f"{who}.txt", f"Name: {one.name} ({one.login})\n".encode()
            for name, content in files.items():
                yield f"{who}_{name}", content


def _brightspace(people: Iterable[Person]) -> Entries:
    yield "index.html", b"<html>"
    for one in people:
        for turn, files in enumerate(one.attempts):
            name = f"{one.number}-77 - {one.name} - Nov {9 + turn}, 2026 {912 + turn} AM"
            yield from _folder(name, files)


def _ilias(people: Iterable[Person]) -> Entries:
    for one in people:
        last, first = (re.sub(r"[^\w'., -]", "", part) for part in (one.last, one.first))
        yield from _folder(f"Lab/Abgaben/{last}_{first}_{one.login}_{one.number}", one.files)
    yield "Lab/status.xlsx", b"PK"


def _google(people: Iterable[Person]) -> Entries:
    for one in people:
        for turn, files in enumerate(one.attempts):
            again = f" ({turn})" if turn else ""
            for name, content in files.items():
                stem, _, end = name.rpartition(".")
                shown = stem.replace("work", TITLE)
                yield f"{one.name} - {shown}{again}.{end}", content


def _github(people: Iterable[Person]) -> Entries:
    for one in people:
        files = {".git/HEAD": b"ref: refs/heads/main\n", "README.md": b"# Lab\n", **one.files}
        yield from _folder(f"lab-1-{one.login}", files)


def _folders(people: Iterable[Person]) -> Entries:
    for one in people:
        yield from _folder(one.name, one.files)
    yield "grades.csv", b"a,b\n"
    yield ".DS_Store", b"\0"


def _zips(people: Iterable[Person]) -> Entries:
    for one in people:
        yield f"{one.login}.zip", zipped(one.files)


@dataclass(frozen=True, slots=True)
class Export:
    """How one platform writes a class: as what that is read, and whether everybody is in it."""

    layout: str
    entries: Callable[[Iterable[Person]], Entries]
    # Files lie beside each other, so nothing is there of whoever handed in nothing.
    is_flat: bool = False


PLAIN = "files and folders"
EXPORTS = {
    "Canvas": Export("Canvas", _canvas),
    "Moodle": Export("Moodle", _moodle),
    "Moodle, flat": Export("Moodle", _moodle_flat),
    "Gradescope": Export("Gradescope", _gradescope),
    "nbgrader": Export(PLAIN, _nbgrader),
    "nbgrader's exchange": Export("nbgrader's exchange", _exchange),
    "Blackboard": Export("Blackboard", _blackboard),
    "Brightspace": Export("Brightspace", _brightspace),
    "ILIAS": Export("ILIAS", _ilias),
    "Google Classroom": Export("Google Classroom", _google, is_flat=True),
    "GitHub Classroom": Export("GitHub Classroom", _github),
    "folders": Export(PLAIN, _folders),
    "zips": Export(PLAIN, _zips),
}


def is_in(export: Export, person: Person) -> bool:
    """Whether anything is there of somebody."""
    return bool(person.files) or not export.is_flat


def write_export(export: Export, people: Iterable[Person], folder: Path) -> Path:
    """The export as a folder."""
    for name, content in export.entries(people):
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def pack_export(export: Export, people: Iterable[Person], path: Path, top: str = "") -> Path:
    """The export as a zip, in a folder `top` of it or not."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in export.entries(people):
            archive.writestr(f"{top}{name}", content)
    return path
