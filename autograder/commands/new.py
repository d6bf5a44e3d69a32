"""Writes a new exercise: its files, from `templates/`, and its line in `course.toml`.

All or nothing: whatever fails takes back what was written before it. The files are a small example
that works, and say in marked lines what is left to do; `selfcheck` lists these until they are gone.
"""

from __future__ import annotations

import builtins
import keyword
import re
import tomllib
from contextlib import ExitStack
from pathlib import Path

import tomlkit
from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import FILE_NAME, Course
from autograder.judging.exercise import TAKEN_NAMES, find_exercise
from autograder.proofs.selfcheck import definition_path
from autograder.report.files import replacing
from autograder.wire.errors import UsageError

NAME = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_SLUG = 40
LONGEST_TITLE = 80


def new_exercise(
    course: Course, assignment: str, slug: str, title: str, definition: Path | None = None
) -> list[Path]:
    """Writes the files of a new exercise, its last in the assignment; returns their paths.

    Raises `UsageError`, and writes nothing, where that cannot be done. `definition` is where the
    definition goes, unless it is where this package looks for it.
    """
    _refuse_slug(course, assignment, slug)
    _refuse_title(title)
    if definition is None:
        definition = _definition_path_of(course, assignment, slug)
    known = course.known_answers_path(assignment, slug)
    files = {
        course.stub_path(assignment, slug): "stub.py.j2",
        course.solution_path(assignment, slug): "reference.py.j2",
        definition: "definition.py.j2",
        known: "known_answers.py.j2",
        known.with_suffix("") / "a_sum.py": "known_program.py.j2",
    }
    templates = Environment(
        loader=PackageLoader("autograder"),
        autoescape=False,  # noqa: S701 - Python is made, from a name and a title that were looked at
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    table = _with_line(course.root / FILE_NAME, assignment, slug)
    with ExitStack() as undo:
        for path, template in files.items():
            text = templates.get_template(template).render(slug=slug, title=title)
            _write_new(path, text, undo)
        with replacing(course.root / FILE_NAME) as file:
            file.write(table)
        undo.pop_all()
    return list(files)


def title_of(slug: str) -> str:
    """What an exercise is called unless its author says otherwise."""
    return slug.replace("_", " ").capitalize()


def _refuse_slug(course: Course, assignment: str, slug: str) -> None:
    if not NAME.fullmatch(slug) or keyword.iskeyword(slug) or len(slug) > LONGEST_SLUG:
        raise UsageError(
            f"{slug!r} cannot be a slug: it names a file and a Python function, so it is made of at"
            f" most {LONGEST_SLUG} lower-case letters, digits and underscores, begins with a letter"
            " and is no word of Python's own."
        )
    if slug in dir(builtins):
        raise UsageError(f"{slug!r} is the name of a function of Python's own; take another.")
    if slug in TAKEN_NAMES:
        raise UsageError(f"{slug!r} is a name that probes use; take another.")
    if slug in course.table.assignments[assignment].exercises:
        raise UsageError(f"The assignment {assignment!r} has an exercise {slug!r} already.")
    for other in course.table.assignments[assignment].exercises:
        if slug in find_exercise(assignment, other).asks_for:
            raise UsageError(f"The exercise {other!r} asks for {slug!r} already; take another.")


def _refuse_title(title: str) -> None:
    plain = title.isprintable() and not set('"\\') & set(title)
    if not plain or not 0 < len(title.strip()) <= LONGEST_TITLE:
        raise UsageError(
            f'A title is one line of 1 to {LONGEST_TITLE} characters, without " and \\;'
            f" {title!r} is not."
        )


def _definition_path_of(course: Course, assignment: str, slug: str) -> Path:
    """Where the definition must lie to be found: the course and this package belong together."""
    path = definition_path(assignment, slug).resolve()
    if not path.is_relative_to(course.root):
        raise UsageError(
            f"This autograder looks for definitions in {path.parent.parent}, outside the course in"
            f" {course.root}. Install the course's own package with `pip install -e .`, and use it."
        )
    return path


def _with_line(path: Path, assignment: str, slug: str) -> str:
    """`course.toml` with the slug at the end of the assignment's list, and not a letter else."""
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    document = tomlkit.parse(text)
    document["assignments"][assignment]["exercises"].append(slug)
    changed = tomlkit.dumps(document)
    wanted = tomllib.loads(text)
    wanted["assignments"][assignment]["exercises"].append(slug)
    if tomllib.loads(changed) != wanted:
        raise UsageError(
            f"{path} is laid out in a way that cannot be added to; write"
            f" assignments.{assignment}.exercises with one slug a line, and run this again."
        )
    return changed


def _write_new(path: Path, text: str, undo: ExitStack) -> None:
    """Writes a file that is not there yet; `undo` takes it back."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            undo.callback(path.unlink)
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already; move it away or take another slug.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
