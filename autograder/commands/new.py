"""Writes a new exercise: its files, from `templates/`, and its line in `course.toml`.

The first exercise of an assignment begins that too: its introduction, and its table.

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
from typing import Any

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
MADE_OF = (
    f"it is made of at most {LONGEST_SLUG} lower-case letters, digits and underscores, begins with"
    " a letter and is no word of Python's own"
)


def new_exercise(
    course: Course, assignment: str, slug: str, title: str, definition: Path | None = None
) -> list[Path]:
    """Writes the files of a new exercise, its last in the assignment; returns their paths.

    An assignment that the course does not have yet is begun. Raises `UsageError`, and writes
    nothing, where that cannot be done. `definition` is where the definition goes, unless it is
    where this package looks for it.
    """
    begins = assignment not in course.table.assignments
    if begins:
        _refuse_name(assignment)
    _refuse_slug(course, assignment, slug)
    refuse_title(title)
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
    if begins:
        files[course.introduction_path(assignment)] = "introduction.py.j2"
        files[definition.with_name("__init__.py")] = "package.py.j2"
    templates = Environment(
        loader=PackageLoader("autograder"),
        autoescape=False,  # noqa: S701 - Python is made, from a name and a title that were looked at
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    table = _with_line(course.root / FILE_NAME, assignment, slug)
    with ExitStack() as undo:
        for path, template in files.items():
            text = templates.get_template(template).render(
                slug=slug, title=title, assignment=title_of(assignment)
            )
            _write_new(path, text, undo)
        with replacing(course.root / FILE_NAME) as file:
            file.write(table)
        undo.pop_all()
    return list(files)


def title_of(slug: str) -> str:
    """What an exercise or an assignment is called unless its author says otherwise."""
    return slug.replace("_", " ").capitalize()


def _refuse_name(assignment: str) -> None:
    if not _is_name(assignment):
        raise UsageError(
            f"{assignment!r} cannot be an assignment's name: it names a folder and a Python"
            f" package, so {MADE_OF}."
        )


def _is_name(word: str) -> bool:
    return (
        NAME.fullmatch(word) is not None
        and not keyword.iskeyword(word)
        and len(word) <= LONGEST_SLUG
    )


def _refuse_slug(course: Course, assignment: str, slug: str) -> None:
    if not _is_name(slug):
        raise UsageError(
            f"{slug!r} cannot be a slug: it names a file and a Python function, so {MADE_OF}."
        )
    if slug in dir(builtins):
        raise UsageError(f"{slug!r} is the name of a function of Python's own; take another.")
    if slug in TAKEN_NAMES:
        raise UsageError(f"{slug!r} is a name that probes use; take another.")
    # What an exercise says is found by its slug alone, in whichever assignment it is.
    for name, table in course.table.assignments.items():
        if slug in table.exercises:
            raise UsageError(
                f"The assignment {name!r} has an exercise {slug!r} already; take another."
            )
    for other in _exercises_of(course, assignment):
        if slug in find_exercise(assignment, other).asks_for:
            raise UsageError(f"The exercise {other!r} asks for {slug!r} already; take another.")


def _exercises_of(course: Course, assignment: str) -> tuple[str, ...]:
    table = course.table.assignments.get(assignment)
    return () if table is None else table.exercises


def refuse_title(title: str) -> None:
    """Raises `UsageError` for a title that would break a page, a definition or a table."""
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
    """`course.toml` with the slug at the end of the assignment's list, and not a letter else.

    A new assignment's table comes last of all.
    """
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    wanted = tomllib.loads(text)
    table = {"title": title_of(assignment), "exercises": [slug]}
    if assignment in wanted.setdefault("assignments", {}):
        document = tomlkit.parse(text)
        document["assignments"][assignment]["exercises"].append(slug)
        changed = tomlkit.dumps(document)
        wanted["assignments"][assignment]["exercises"].append(slug)
    else:
        changed = f"{text.rstrip()}\n\n{tomlkit.dumps({'assignments': {assignment: table}})}"
        wanted["assignments"][assignment] = table
    if _loaded(changed) != wanted:
        raise UsageError(
            f"{path} is laid out in a way that cannot be added to; give each assignment a heading"
            f" of its own, as in [assignments.{assignment}], with one slug a line in exercises, and"
            " run this again."
        )
    return changed


def _loaded(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


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
