"""Reads the known answers of an exercise: work whose verdicts are known before it is graded.

`solutions/<assignment>/known/<slug>.py` lists small slips of the reference, and small other ways to
write it. The folder `known/<slug>/` beside it holds whole programs, each with its verdict in its
docstring. None of this is in the package, so nothing that is made from the package can hold it.
"""

from __future__ import annotations

import ast
import re
import runpy
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path

from autograder.course import Course
from autograder.judging.exercise import Exercise
from autograder.wire.errors import UsageError

Edit = Callable[[str], str]

# The docstring of a program: its kind and name in the first line, and of a mistake its checks last;
# before them, if it costs much, why.
TITLE = re.compile(r"(Mistake|Accepted)( on trust)?: (.+)\.")
FAILS = re.compile(r"^Fails: ([\w\s,]+)\Z", re.MULTILINE)
COSTS_MUCH = re.compile(r"^Costs much: (.+?)\n\n", re.MULTILINE | re.DOTALL)
FORM = (
    'its docstring must begin with "Accepted: <name>." or "Mistake: <name>."; that of a mistake'
    ' must end with "Fails: <check>, <check>"'
)


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """Edits of the reference that fail exactly the checks named in `fails`; none if it is right.

    `place` is the file that declares it, and the line; `costs_much` says why a mistake costs more
    than half of its exercise. One `on_trust` trains in a way that the trainer cannot repeat.
    """

    name: str
    edits: tuple[Edit, ...]
    fails: tuple[str, ...]
    place: str
    costs_much: str = ""
    on_trust: bool = False

    @property
    def is_mistake(self) -> bool:
        return self.name.startswith("mistake: ")

    def edited(self, reference: str) -> str:
        """Its source; raises `UsageError` where an edit does not fit the reference."""
        return reduce(lambda source, edit: edit(source), self.edits, reference)


@dataclass(frozen=True, slots=True)
class EqualMutants:
    """Mutants that must get full marks too, and why: those whose names fit one of the patterns.

    In a pattern `*` is any text; `place` is the file that declares it, and the line.
    """

    reason: str
    patterns: tuple[str, ...]
    place: str

    def unused(self, names: Sequence[str]) -> list[str]:
        """The patterns that none of these names fits."""
        return [each for each in self.patterns if not any(_fits(each, name) for name in names)]

    def include(self, name: str) -> bool:
        return any(_fits(pattern, name) for pattern in self.patterns)


@dataclass(slots=True)
class KnownAnswers:
    """What a file in `solutions/<assignment>/known/` declares, in order, as its `known`."""

    answers: list[KnownAnswer] = field(default_factory=list)
    equals: list[EqualMutants] = field(default_factory=list)

    def mistake(self, name: str, *edits: Edit, fails: Sequence[str], costs_much: str = "") -> None:
        """Adds a wrong answer: `edits` of the reference that fail exactly the checks `fails`.

        `costs_much` says why, where these and the checks after them are more than half of the
        exercise's points.
        """
        self.answers.append(
            KnownAnswer(f"mistake: {name}", edits, tuple(fails), _caller(), costs_much)
        )

    def accepted(self, name: str, *edits: Edit) -> None:
        """Adds another right answer: `edits` of the reference that keep full marks."""
        self.answers.append(KnownAnswer(f"accepted: {name}", edits, (), _caller()))

    def equal(self, reason: str, *patterns: str) -> None:
        """Says why some mutants of right answers are right too, by patterns of their names.

        `selfcheck --mutants` names mutants, as in `build_model: verbose=0 -> verbose=1`.
        """
        self.equals.append(EqualMutants(reason, patterns, _caller()))


def _caller() -> str:
    """The line that declares a known answer; which file that is, its reader knows."""
    return f"line {traceback.extract_stack(limit=3)[0].lineno}"


def _fits(pattern: str, name: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name) is not None


def swap(old: str, new: str) -> Edit:
    """An edit that replaces `old`, which must occur exactly once in the source, by `new`."""

    def edit(source: str) -> str:
        count = source.count(old)
        if count != 1:
            raise UsageError(f"{old!r} must occur once to be swapped, and occurs {count} times")
        return source.replace(old, new)

    return edit


def read_known_answers(course: Course, assignment: str, exercise: Exercise) -> list[KnownAnswer]:
    """The mistakes, then the other right answers; of each, slips come before whole programs.

    Raises `UsageError` for a file that cannot be read or that names a check that does not exist.
    """
    path = course.known_answers_path(assignment, exercise.slug)
    answers = [*_slips(course, path), *(_program(course, each) for each in _programs(path))]
    names = [answer.name for answer in answers]
    checks = [check.name for check in exercise.checks]
    for answer in answers:
        if names.count(answer.name) > 1:
            raise UsageError(f"{answer.place}: two are named {answer.name!r}; rename one.")
        if answer.is_mistake and not answer.fails:
            raise UsageError(f"{answer.place}: {answer.name!r} names no check that it must fail.")
        for name in answer.fails:
            if name not in checks:
                raise UsageError(
                    f"{answer.place}: {answer.name!r} must fail {name!r}, which is no check of"
                    f" {exercise.slug}; its checks are: {', '.join(checks)}."
                )
    return sorted(answers, key=lambda answer: not answer.is_mistake)


def known_answer_files(course: Course, assignment: str, slug: str) -> list[Path]:
    """The file of slips, if there is one, and the programs beside it."""
    path = course.known_answers_path(assignment, slug)
    return [*([path] if path.is_file() else []), *_programs(path)]


def refuse_strays(course: Course, assignment: str) -> None:
    """Raises `UsageError` for known answers of no exercise, which nobody would ever read."""
    slugs = course.table.assignments[assignment].exercises
    known = {course.known_answers_path(assignment, slug) for slug in slugs}
    known |= {path.with_suffix("") for path in known}
    folder = course.known_answers_path(assignment, slugs[0]).parent
    for path in sorted(folder.glob("*")):
        if path not in known and path.name != "__pycache__":
            raise UsageError(
                f"{place_of(course, path)} belongs to no exercise of {assignment!r}; these are:"
                f" {', '.join(slugs)}."
            )


def place_of(course: Course, path: Path, line: int | None = None) -> str:
    """A file as its course's author calls it, and the line."""
    shown = path.relative_to(course.root) if path.is_relative_to(course.root) else path
    return f"{shown}, line {line}" if line else str(shown)


def read_equal_mutants(course: Course, assignment: str, slug: str) -> list[EqualMutants]:
    """What an exercise's file of slips says of mutants, each with its place."""
    path = course.known_answers_path(assignment, slug)
    shown = place_of(course, path)
    return [
        replace(each, place=f"{shown}, {each.place}") for each in _declared(course, path).equals
    ]


def _programs(path: Path) -> list[Path]:
    return sorted(path.with_suffix("").glob("*.py"))


def _slips(course: Course, path: Path) -> list[KnownAnswer]:
    shown = place_of(course, path)
    return [
        replace(answer, place=f"{shown}, {answer.place}")
        for answer in _declared(course, path).answers
    ]


def _declared(course: Course, path: Path) -> KnownAnswers:
    if not path.is_file():
        return KnownAnswers()
    try:
        known = runpy.run_path(str(path)).get("known")
    # Whatever its author's code raises is reported as what it is, and where, not as our crash.
    except Exception as error:
        place = place_of(course, path, _line_of(error, path))
        raise UsageError(f"{place}: {type(error).__name__}: {error}") from error
    if not isinstance(known, KnownAnswers):
        raise UsageError(f"{place_of(course, path)} must define `known = KnownAnswers()`.")
    return known


def _line_of(error: Exception, path: Path) -> int | None:
    if isinstance(error, SyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    return lines[-1] if lines else None


def _program(course: Course, path: Path) -> KnownAnswer:
    try:
        text = path.read_text("utf-8")
        words = ast.get_docstring(ast.parse(text)) or ""
    except (OSError, ValueError, SyntaxError) as error:
        place = place_of(course, path, _line_of(error, path))
        raise UsageError(f"{place} cannot be read: {error}.") from error
    title, checks = TITLE.fullmatch(words.partition("\n")[0]), FAILS.search(words)
    if title is None or (title[1] == "Mistake") != (checks is not None):
        raise UsageError(f"{place_of(course, path, 1)}: {FORM}.")
    name, edit = f"{title[1].lower()}: {title[3]}", lambda _reference: text
    fails = tuple(each.strip() for each in checks[1].split(",")) if checks else ()
    why = COSTS_MUCH.search(words)
    costs_much = " ".join(why[1].split()) if why else ""
    place, on_trust = place_of(course, path, 1), title[2] is not None
    return KnownAnswer(name, (edit,), fails, place, costs_much, on_trust)
