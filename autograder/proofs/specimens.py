"""Makes the specimens of an exercise: work whose verdicts are known, from the course's files.

The reference must pass, the untouched stub must not; known answers are made from the reference or
are programs of their own.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.grading.plan import PreparedExercise
from autograder.proofs.known_answers import KnownAnswer, place_of, read_known_answers
from autograder.records import Cell, Slice
from autograder.submissions.slicing import analyse, needed
from autograder.submissions.syntax import is_left_open
from autograder.wire.errors import UsageError

REFERENCE, STUB = "reference", "stub"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A piece of work whose verdicts are known; `fails` is `None` where nothing may pass.

    `place` is its file, and the line where it is declared. One `on_trust` trains in a way that the
    trainer cannot repeat.
    """

    task: PreparedExercise
    name: str
    source: str
    fails: frozenset[str] | None
    place: str = ""
    on_trust: bool = False


def read_specimens(course: Course, assignment: str, task: PreparedExercise) -> list[Specimen]:
    """The reference, the stub, every mistake and every variant of one exercise.

    Raises `UsageError` for a reference that is not written, and an edit that does not fit it.
    """
    reference = reference_of(course, assignment, task)
    known = read_known_answers(course, assignment, task.exercise)
    made = [specimen_of(answer, reference) for answer in known]
    return [reference, stub_of(course, assignment, task), *made]


def reference_of(course: Course, assignment: str, task: PreparedExercise) -> Specimen:
    """The reference; raises `UsageError` where it cannot be read or is still a stub."""
    path = course.solution_path(assignment, task.exercise.slug)
    source = text_of(path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        place = place_of(course, path, error.lineno)
        raise UsageError(f"{place}: the reference cannot be read: {error.msg}") from error
    for node in tree.body:
        name = getattr(node, "name", "")
        if name in task.exercise.asks_for and any(map(is_left_open, ast.walk(node))):
            place = place_of(course, path, node.lineno)
            raise UsageError(f"{place}: the reference raises NotImplementedError in `{name}`")
    return Specimen(task, REFERENCE, source, frozenset(), place_of(course, path))


def stub_of(course: Course, assignment: str, task: PreparedExercise) -> Specimen:
    """The untouched stub."""
    path = course.stub_path(assignment, task.exercise.slug)
    return Specimen(task, STUB, text_of(path), None, place_of(course, path))


def specimen_of(answer: KnownAnswer, reference: Specimen) -> Specimen:
    """A known answer made from the reference; raises `UsageError` where an edit does not fit."""
    try:
        source = answer.edited(reference.source)
    except UsageError as error:
        words = f"{answer.place}: {answer.name!r} does not fit {reference.place}: {error}"
        raise UsageError(words) from error
    fails = frozenset(answer.fails)
    return Specimen(reference.task, answer.name, source, fails, answer.place, answer.on_trust)


def cell_of(source: str) -> Cell:
    """A specimen's source as the only cell of a submission."""
    return Cell(1, "cell 1", source)


def part_of(specimen: Specimen) -> Slice:
    """What an exercise needs of a specimen."""
    return needed(analyse((cell_of(specimen.source),)), specimen.task.exercise.asks_for)


def text_of(path: Path) -> str:
    """What is in a file; raises `UsageError` where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
