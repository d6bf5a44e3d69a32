"""Writes the zip from which Gradescope builds its grader.

In it are the judge with its hidden images, the definitions of the assignment's exercises, the
course's file, the list of packages with their hashes, and the secret that grades are made with,
which is kept beside the zip. Solutions are not, nor tests, nor what was remembered here: a
remembered training is found again on the same kind of processor alone. The same files always give
the same bytes.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import tomlkit

from autograder import PACKAGE
from autograder.course import FILE_NAME, Course
from autograder.grading.secret import FILE as SECRET
from autograder.grading.secret import secret_in
from autograder.judging.exercise import find_exercise
from autograder.wire.dataset import DATA
from autograder.wire.errors import UsageError

# What grading needs of `requirements.lock`, without what authors, students and tests use.
LOCK = "requirements-grading.lock"
TEMPLATES = PACKAGE / "templates" / "gradescope"
# What Gradescope looks for at the zip's root, and starts.
PROGRAMS = ("setup.sh", "run_autograder")
PROGRAM_MODE, FILE_MODE = 0o100755, 0o100644
# In `run_autograder`, where the name of the assignment goes.
PLACEHOLDER = "ASSIGNMENT_NAME"
# What the start of a worker and of a trainer may take there, on half a processor.
START_SECONDS = 120
# What the judge, a worker and a trainer take beside student code.
OWN_MEMORY_MB = 1000
# The most that Gradescope's settings allow.
MOST_MINUTES = 40


def write_zip(course: Course, assignment: str, folder: Path) -> Path:
    """Writes the zip into `folder`; returns its path.

    Raises `UsageError`, and writes nothing, where the course cannot be graded from what would be
    in it.
    """
    _refuse_incomplete(course, assignment)
    lock = _lock(course.root / LOCK)
    secret_in(folder)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        own = {LOCK: lock, SECRET: (folder / SECRET).read_bytes()}
        for name, data in sorted([*own.items(), *_files(course, assignment)]):
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3  # the one whose permissions are kept
            mode = PROGRAM_MODE if name in PROGRAMS else FILE_MODE
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    path = folder / f"{assignment}-gradescope.zip"
    draft = folder / f".{path.name}.draft"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content.getvalue())
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


def settings(course: Course, assignment: str) -> tuple[str, ...]:
    """What to set on Gradescope for this assignment, in sentences."""
    slugs = course.table.assignments[assignment].exercises
    points = sum(find_exercise(assignment, slug).points for slug in slugs)
    minutes = _minutes(course, assignment)
    memory_mb = max(course.limits(assignment, slug).memory_mb for slug in slugs) + OWN_MEMORY_MB
    words = [
        f"Autograder points: {points:g}.",
        f"Container: {memory_mb / 1000:.1f} GB of memory or more, so that code that takes too much"
        " gets its verdict; right work needs 1.5 GB.",
        f"Time limit: {minutes} minutes or more, so that code without end gets its verdict.",
    ]
    if minutes > MOST_MINUTES:
        words.append(
            f"Gradescope allows {MOST_MINUTES}: lower `wall_seconds` under [limits] in {FILE_NAME}."
        )
    return tuple(words)


def belongs(inside: Path, assignment: str, data: str) -> bool:
    """Whether a file of the package goes into the zip: what it is made from, or another's, not."""
    if any(part.startswith(".") or part == "__pycache__" for part in inside.parts):
        return False
    first, *rest = inside.parts
    if first == "templates":
        return False
    if first == DATA.name:
        return rest[0] == data
    return first != "exercises" or len(rest) == 1 or rest[0] == assignment


def _minutes(course: Course, assignment: str) -> int:
    """How long grading can take at most, if an exercise takes all of its time."""
    slugs = course.table.assignments[assignment].exercises
    seconds = sum(course.limits(assignment, slug).wall_seconds for slug in slugs)
    return math.ceil((seconds + START_SECONDS) / 60)


def _refuse_incomplete(course: Course, assignment: str) -> None:
    images = course.table.data.images
    if images != "subset":
        raise UsageError(
            f"{FILE_NAME} names images = {images!r}, which lie outside the package; a zip for"
            ' Gradescope carries those of images = "subset" alone.'
        )
    for slug in course.table.assignments[assignment].exercises:
        find_exercise(assignment, slug)


def _lock(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read ({error.strerror}); it says what the grader is to install, and"
            " `make lock` writes it."
        ) from error


def _files(course: Course, assignment: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip: its name there, and what is in it."""
    for name in PROGRAMS:
        text = (TEMPLATES / name).read_text("utf-8")
        yield name, text.replace(PLACEHOLDER, assignment).encode()
    yield FILE_NAME, tomlkit.dumps(course.file_for(assignment)).encode()
    data = course.table.assignments[assignment].data
    for path in PACKAGE.rglob("*"):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and belongs(inside, assignment, data):
            yield f"{PACKAGE.name}/{inside.as_posix()}", path.read_bytes()
