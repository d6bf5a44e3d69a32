"""An exercise into a list of what is wrong with it: proof that its checks tell right from wrong.

For each exercise: the reference gets full marks; the untouched stub passes nothing; each mistake
fails exactly the checks it names; each accepted variant gets full marks; each check is failed by a
mistake; junk evidence never crashes the judge and never earns a point.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from autograder.course import Course
from autograder.errors import UsageError
from autograder.exercise import Edit, Exercise
from autograder.judge import judge
from autograder.junk import all_junk, spoilt
from autograder.pool import for_each
from autograder.records import Cell, ExerciseGrade, Observation, Verdict
from autograder.run import Runner, Setup
from autograder.slicing import analyse
from autograder.task import Task, make_task, observe

FEWEST_MISTAKES = 5
FEWEST_VARIANTS = 4


@dataclass(frozen=True, slots=True)
class Specimen:
    """A piece of work whose verdicts are known; `fails` is `None` where nothing may pass."""

    task: Task
    name: str
    source: str
    fails: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one specimen proved: `problems` is empty when all was as it must be."""

    slug: str
    specimen: str
    problems: tuple[str, ...]


def selfcheck(
    course: Course,
    assignment: str,
    slugs: Sequence[str],
    setup: Setup,
    jobs: int,
) -> Iterator[Finding]:
    """A finding for each definition and each specimen, as each is done."""
    specimens: list[Specimen] = []
    for slug in slugs:
        task = make_task(course, assignment, slug)
        problems = definition_problems(task.exercise, _text(course.stub_path(assignment, slug)))
        try:
            specimens += read_specimens(course, assignment, task)
        except UsageError as error:
            problems.append(str(error))
        yield Finding(slug, "definition", tuple(problems))
    for specimen, problems in for_each(specimens, examine, setup=setup, jobs=jobs):
        yield Finding(specimen.task.exercise.slug, specimen.name, tuple(problems))


def read_specimens(course: Course, assignment: str, task: Task) -> list[Specimen]:
    """All specimens of one exercise, made from the course's files."""
    slug = task.exercise.slug
    stub = _text(course.stub_path(assignment, slug))
    reference = _text(course.solution_path(assignment, slug))
    return list(specimens_of(task, stub, reference))


def specimens_of(task: Task, stub: str, reference: str) -> Iterator[Specimen]:
    """The reference, the stub, every mistake and every variant of one exercise.

    Raises `UsageError` for an edit that does not fit the reference.
    """
    exercise = task.exercise
    yield Specimen(task, "reference", reference, frozenset())
    yield Specimen(task, "stub", stub, None)
    for mistake in exercise.mistakes:
        fails = frozenset(function.__name__ for function in mistake.fails)
        source = _edited(exercise, mistake.name, reference, mistake.edits)
        yield Specimen(task, f"mistake: {mistake.name}", source, fails)
    for variant in exercise.variants:
        source = _edited(exercise, variant.name, reference, variant.edits)
        yield Specimen(task, f"accepted: {variant.name}", source, frozenset())


def cell_of(source: str) -> Cell:
    """A specimen's source as the only cell of a submission."""
    return Cell(1, "cell 1", source)


def problems_with(specimen: Specimen, grade: ExerciseGrade) -> list[str]:
    """How a specimen's verdicts differ from what they must be, a sentence each."""
    problems = []
    for check in grade.checks:
        said = f"{check.name} {check.verdict}"
        detail = f" (expected {check.expected}; seen {check.seen})" if check.seen else ""
        if check.verdict is Verdict.ERROR:
            problems.append(f"{said}: {check.seen}")
        elif specimen.fails is None:
            if check.verdict is Verdict.PASSED:
                problems.append(f"{said}, but nothing is written yet")
        elif check.name in specimen.fails:
            if check.verdict is not Verdict.FAILED:
                problems.append(f"{said}, but must fail")
        elif check.verdict is Verdict.FAILED:
            problems.append(f"{said}, but must not{detail}")
        elif check.verdict is Verdict.SKIPPED and not specimen.fails:
            problems.append(f"{said}, but must pass")
    return problems


def junk_problems(task: Task, observation: Observation) -> list[str]:
    """Every kind of junk that crashes a check or passes one, a sentence each."""
    problems = []
    for name, junk in all_junk(observation):
        for check in judge(task.exercise, junk, task.truth).checks:
            if check.verdict in (Verdict.PASSED, Verdict.ERROR):
                problems.append(f"{check.name} {check.verdict} though {name}: {check.seen}")
    for name, junk in spoilt(observation):
        for check in judge(task.exercise, junk, task.truth).checks:
            if check.verdict is Verdict.ERROR:
                problems.append(f"{check.name} {check.verdict} though {name}: {check.seen}")
    return problems


def examine(specimen: Specimen, runner: Runner) -> list[str]:
    """What is wrong when a specimen is graded; of the reference, with junk evidence too."""
    task = specimen.task
    ((observation, notes),) = observe(analyse((cell_of(specimen.source),)), (), [task], runner)
    problems = problems_with(specimen, judge(task.exercise, observation, task.truth, notes))
    if specimen.name == "reference" and not problems:
        problems = junk_problems(task, observation)
    return problems


def definition_problems(exercise: Exercise, stub: str) -> list[str]:
    """What a definition lacks before anything is run, a sentence each."""
    problems = []
    failed = {function for mistake in exercise.mistakes for function in mistake.fails}
    for check in exercise.checks:
        if check.function not in failed:
            problems.append(f"no mistake fails {check.name}")
        if not check.sentence:
            problems.append(f"{check.name} has no docstring for the student to read")
    if len(exercise.mistakes) < FEWEST_MISTAKES:
        problems.append(f"it has {len(exercise.mistakes)} mistakes; {FEWEST_MISTAKES} are needed")
    if len(exercise.variants) < FEWEST_VARIANTS:
        problems.append(
            f"it accepts {len(exercise.variants)} variants; {FEWEST_VARIANTS} are needed"
        )
    try:
        defined = {getattr(node, "name", "") for node in ast.parse(stub).body}
    except SyntaxError as error:
        return [*problems, f"the stub cannot be read: line {error.lineno}: {error.msg}"]
    problems += [f"the stub does not define {n}" for n in exercise.asks_for if n not in defined]
    return problems


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error


def _edited(exercise: Exercise, name: str, reference: str, edits: Sequence[Edit]) -> str:
    try:
        return reduce(lambda source, edit: edit(source), edits, reference)
    except UsageError as error:
        raise UsageError(f"{exercise.slug}: {name}: {error}") from error
