"""An exercise into a list of what is wrong with it: proof that its checks tell right from wrong.

For each exercise: the reference gets full marks; the untouched stub passes nothing; each mistake
fails exactly the checks it names; each accepted variant gets full marks; each check is failed by a
mistake; junk evidence never crashes the judge and never earns a point. What a new exercise still
lacks is said in words: every line that `scaffold` marked is on the list until it is gone.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from autograder import PACKAGE
from autograder.course import Course
from autograder.grading.grade import observe
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.judging.exercise import Edit, Exercise
from autograder.judging.judge import judge
from autograder.proofs.junk import all_junk, spoilt
from autograder.records import Cell, ExerciseGrade, Observation, Outcome, Slice, Verdict
from autograder.report.wording import said, why
from autograder.submissions.slicing import analyse, needed
from autograder.submissions.syntax import is_left_open
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner, Setup
from autograder.wire.errors import SandboxFault, UsageError

FEWEST_MISTAKES = 5
FEWEST_VARIANTS = 4
# What stands behind it, in any of an exercise's three files, is left for its author to do.
STILL_TO_DO = "STILL TO DO:"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A piece of work whose verdicts are known; `fails` is `None` where nothing may pass."""

    task: PreparedExercise
    name: str
    source: str
    fails: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Proof:
    """What one specimen proved: `problems` is empty when all was as it must be.

    `fault` is why the grader failed, and nothing is known; `untried` why it was not run.
    """

    slug: str
    specimen: str
    problems: tuple[str, ...] = ()
    fault: str = ""
    untried: str = ""
    seconds: float = 0.0

    @property
    def off(self) -> bool:
        return bool(self.problems or self.fault)


def selfcheck(
    course: Course,
    assignment: str,
    slugs: Sequence[str],
    setup: Setup,
    jobs: int,
) -> Iterator[Proof]:
    """A finding for each definition and each specimen, as each is done."""
    specimens: list[Specimen] = []
    for slug in slugs:
        try:
            task = prepare_exercise(course, assignment, slug)
        except UsageError as error:  # a definition that is missing or cannot be one
            yield Proof(slug, "definition", (str(error),))
            continue
        stub = _text(course.stub_path(assignment, slug))
        problems = left_to_do(course, assignment, slug)
        untried: list[str] = []
        try:
            specimens += read_specimens(course, assignment, task)
        except UsageError as error:
            problems.append(str(error))
            untried = specimen_names(task.exercise)
        problems += definition_problems(task.exercise, stub)
        yield Proof(slug, "definition", tuple(problems))
        for name in untried:
            yield Proof(slug, name, untried="not run: its definition must be mended first")
    for _specimen, finding in for_each(specimens, prove, setup=setup, jobs=jobs):
        yield finding


def definition_path(assignment: str, slug: str) -> Path:
    """Where `find_exercise` looks: beside the definitions of this very package."""
    return PACKAGE / "exercises" / assignment / f"{slug}.py"


def left_to_do(course: Course, assignment: str, slug: str) -> list[str]:
    """What its three files themselves say is still to be done, with the place of each."""
    found = []
    for path in (
        course.stub_path(assignment, slug),
        course.solution_path(assignment, slug),
        definition_path(assignment, slug),
    ):
        shown = path.relative_to(course.root) if path.is_relative_to(course.root) else path
        lines = _text(path).splitlines() if path.is_file() else []
        for number, line in enumerate(lines, start=1):
            _before, marker, left = line.partition(STILL_TO_DO)
            if marker:
                left = left.strip().removesuffix('"""')
                found.append(f"{shown}, line {number}: still to do: {left}")
    return found


def read_specimens(course: Course, assignment: str, task: PreparedExercise) -> list[Specimen]:
    """All specimens of one exercise, made from the course's files."""
    slug = task.exercise.slug
    stub = _text(course.stub_path(assignment, slug))
    reference = _text(course.solution_path(assignment, slug))
    _refuse_unwritten(task.exercise, reference)
    return list(specimens_of(task, stub, reference))


def specimen_names(exercise: Exercise) -> list[str]:
    """What the specimens of an exercise are called, whether or not they can be made."""
    return [
        "reference",
        "stub",
        *(f"mistake: {mistake.name}" for mistake in exercise.mistakes),
        *(f"accepted: {variant.name}" for variant in exercise.variants),
    ]


def specimens_of(task: PreparedExercise, stub: str, reference: str) -> Iterator[Specimen]:
    """The reference, the stub, every mistake and every variant of one exercise.

    Raises `UsageError` for an edit that does not fit the reference.
    """
    exercise = task.exercise
    names = iter(specimen_names(exercise))
    yield Specimen(task, next(names), reference, frozenset())
    yield Specimen(task, next(names), stub, None)
    for mistake in exercise.mistakes:
        fails = frozenset(function.__name__ for function in mistake.fails)
        source = _edited(exercise, mistake.name, reference, mistake.edits)
        yield Specimen(task, next(names), source, fails)
    for variant in exercise.variants:
        source = _edited(exercise, variant.name, reference, variant.edits)
        yield Specimen(task, next(names), source, frozenset())


def cell_of(source: str) -> Cell:
    """A specimen's source as the only cell of a submission."""
    return Cell(1, "cell 1", source)


def problems_with(specimen: Specimen, grade: ExerciseGrade) -> list[str]:
    """How a specimen's verdicts differ from what they must be, a sentence each."""
    problems = []
    for check in grade.checks:
        verdict = f"{check.name} {check.verdict}"
        reason = why(check)
        detail = f" (expected {reason.expected}; seen {reason.seen})" if reason.seen else ""
        if check.verdict is Verdict.ERROR:
            problems.append(f"{verdict}: {reason.seen}")
        elif specimen.fails is None:
            if check.verdict is Verdict.PASSED:
                problems.append(f"{verdict}, but nothing is written yet")
        elif check.name in specimen.fails:
            if check.verdict is not Verdict.FAILED:
                problems.append(f"{verdict}, but must fail")
        elif check.verdict is Verdict.FAILED:
            problems.append(f"{verdict}, but must not{detail}")
        elif check.verdict is Verdict.SKIPPED and not specimen.fails:
            problems.append(f"{verdict}, but must pass")
    return problems


def junk_problems(task: PreparedExercise, observation: Observation) -> list[str]:
    """Every kind of junk that crashes a check or passes one, a sentence each."""
    problems = []
    for name, junk in all_junk(observation):
        for check in judge(task.exercise, junk, task.truth).checks:
            if check.verdict in (Verdict.PASSED, Verdict.ERROR):
                problems.append(f"{check.name} {check.verdict} though {name}: {why(check).seen}")
    for name, junk in spoilt(observation):
        for check in judge(task.exercise, junk, task.truth).checks:
            if check.verdict is Verdict.ERROR:
                problems.append(f"{check.name} {check.verdict} though {name}: {why(check).seen}")
    return problems


def prove(specimen: Specimen, runner: Runner) -> Proof:
    """What one specimen proves, and how long that took."""
    began, problems, fault = time.monotonic(), list[str](), ""
    try:
        problems = examine(specimen, runner)
    except SandboxFault as error:
        fault = str(error)
    seconds = time.monotonic() - began
    slug = specimen.task.exercise.slug
    return Proof(slug, specimen.name, tuple(problems), fault, seconds=seconds)


def examine(specimen: Specimen, runner: Runner) -> list[str]:
    """What is wrong when a specimen is graded; of the reference, with junk evidence too.

    Raises `SandboxFault` when it could not be run: that says nothing about the exercise.
    """
    task = specimen.task
    part = part_of(specimen)
    (observation,) = observe([task], [part], runner)
    if observation.outcome is Outcome.SANDBOX_FAULT:
        raise SandboxFault(said(observation.reason))
    problems = problems_with(specimen, judge(task.exercise, observation, task.truth, part.notes))
    if specimen.name == "reference" and not problems:
        problems = junk_problems(task, observation)
    return problems


def part_of(specimen: Specimen) -> Slice:
    """What an exercise needs of a specimen."""
    return needed(analyse((cell_of(specimen.source),)), specimen.task.exercise.asks_for)


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
        problems.append(
            f"it has {_count(exercise.mistakes, 'known mistake')}; {FEWEST_MISTAKES} are needed"
        )
    if len(exercise.variants) < FEWEST_VARIANTS:
        problems.append(
            f"it has {_count(exercise.variants, 'accepted variant')}; {FEWEST_VARIANTS} are needed"
        )
    if not exercise.checks:
        problems.append("it has no check, so it is worth nothing")
    try:
        defined = {getattr(node, "name", "") for node in ast.parse(stub).body}
    except SyntaxError as error:
        return [*problems, f"the stub cannot be read: line {error.lineno}: {error.msg}"]
    problems += [f"the stub does not define {n}" for n in exercise.asks_for if n not in defined]
    return problems


def _refuse_unwritten(exercise: Exercise, reference: str) -> None:
    """Raises `UsageError` for a reference that cannot be read or is still a stub."""
    try:
        tree = ast.parse(reference)
    except SyntaxError as error:
        words = f"the reference cannot be read: line {error.lineno}: {error.msg}"
        raise UsageError(words) from error
    for node in tree.body:
        name = getattr(node, "name", "")
        if name in exercise.asks_for and any(map(is_left_open, ast.walk(node))):
            raise UsageError(f"the reference still raises NotImplementedError in `{name}`")


def _count(items: Sequence[object], what: str) -> str:
    return f"{len(items) or 'no'} {what}{'' if len(items) == 1 else 's'}"


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
