"""Proves that an exercise's checks tell right work from wrong, or says what is wrong with it.

For each exercise: the reference gets full marks; the untouched stub passes nothing; each mistake
fails exactly the checks it names; each accepted variant gets full marks; each check is failed by a
mistake; junk evidence never crashes the judge and never earns a point. What a new exercise still
lacks is said in words: every line that `autograder new` marked is on the list until it is gone.

A wrong reference is proven first, and alone: what is made from it would only repeat the same.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder import PACKAGE
from autograder.course import Course
from autograder.grading.grade import grade_exercises, observe, verdicts
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.judging.demands import demand_problems
from autograder.judging.exercise import Basis, Exercise
from autograder.proofs.costs import cost_problems
from autograder.proofs.junk import all_junk, spoilt, without_trainings
from autograder.proofs.known_answers import (
    KnownAnswer,
    known_answer_files,
    place_of,
    read_known_answers,
    refuse_strays,
)
from autograder.proofs.specimens import (
    REFERENCE,
    STUB,
    Specimen,
    cell_of,
    part_of,
    reference_of,
    specimen_of,
    stub_of,
    text_of,
)
from autograder.records import (
    CheckResult,
    ExerciseGrade,
    Observation,
    Outcome,
    Submission,
    Verdict,
)
from autograder.report.wording import said, why
from autograder.supervision.pool import Pool
from autograder.supervision.runner import Runner
from autograder.wire.errors import SandboxFault, UsageError
from autograder.wire.messages import Message

FEWEST_MISTAKES = 5
FEWEST_VARIANTS = 4
# What follows it, in any of an exercise's files, is left for its author to do.
STILL_TO_DO = "STILL TO DO:"
DEFINITION = "definition"
UNTRIED = "not run: its reference must be fixed first"
REFUSED = "fit.unrepeatable"


@dataclass(frozen=True, slots=True)
class Proof:
    """What one specimen proved: `problems` is empty when all was as it must be.

    `fault` is why the grader failed, and nothing is known; `untried` why it was not run. Its
    verdicts are wrong if `is_wrong`; otherwise, problems are what junk in its place showed.
    """

    slug: str
    specimen: str
    problems: tuple[str, ...] = ()
    fault: str = ""
    untried: str = ""
    seconds: float = 0.0
    place: str = ""
    is_wrong: bool = False

    @property
    def off(self) -> bool:
        return bool(self.problems or self.fault)


@dataclass(frozen=True, slots=True)
class Begun:
    """An exercise whose definition was read; without a reference it cannot be proven further."""

    definition: Proof
    reference: Specimen | None
    stub: Specimen
    known: Sequence[KnownAnswer]

    def not_run(self, *names: str) -> Iterator[Proof]:
        """The specimens of these names, and those of known answers, as not run."""
        for name in (*names, *(answer.name for answer in self.known)):
            yield Proof(self.definition.slug, name, untried=UNTRIED)


ProveAll = Callable[[Sequence[Specimen]], Iterable[Proof]]


def selfcheck(course: Course, assignment: str, slugs: Sequence[str], pool: Pool) -> Iterator[Proof]:
    """A finding for each definition and each specimen, as each is done."""

    def prove_all(specimens: Sequence[Specimen]) -> Iterator[Proof]:
        for _specimen, proof in pool.for_each(specimens, prove):
            yield proof

    return proofs_of(course, assignment, slugs, prove_all)


def proofs_of(
    course: Course, assignment: str, slugs: Sequence[str], prove_all: ProveAll
) -> Iterator[Proof]:
    """Definitions are proven as they are read, then references, then what else is sound."""
    refuse_strays(course, assignment)
    begun: dict[str, tuple[Begun, Specimen]] = {}
    for slug in slugs:
        try:
            task = prepare_exercise(course, assignment, slug)
        except UsageError as error:  # a definition that is missing or cannot be one
            yield Proof(slug, DEFINITION, (str(error),))
            continue
        read = _begin(course, assignment, task)
        yield read.definition
        if read.reference is None:
            yield from read.not_run(REFERENCE, STUB)
        else:
            begun[slug] = (read, read.reference)
    wrong = set[str]()
    for proof in prove_all([reference for _read, reference in begun.values()]):
        yield proof
        if proof.is_wrong:
            wrong.add(proof.slug)
    rest: list[Specimen] = []
    for slug, (read, reference) in begun.items():
        if slug in wrong:
            yield from read.not_run(STUB)
            continue
        rest.append(read.stub)
        for answer in read.known:
            try:
                rest.append(specimen_of(answer, reference))
            except UsageError as error:  # an edit that does not fit the reference
                yield Proof(slug, answer.name, (str(error),))
    yield from prove_all(rest)


def _begin(course: Course, assignment: str, task: PreparedExercise) -> Begun:
    slug = task.exercise.slug
    stub = stub_of(course, assignment, task)
    reference, known, problems = None, list[KnownAnswer](), list[str]()
    try:
        reference = reference_of(course, assignment, task)
    except UsageError as error:
        problems.append(str(error))
    problems += left_to_do(course, assignment, slug)
    problems += definition_problems(task.exercise, stub.source)
    try:
        known = read_known_answers(course, assignment, task.exercise)
    except UsageError as error:
        problems.append(str(error))
    else:
        place = place_of(course, course.known_answers_path(assignment, slug))
        lacking = known_answer_problems(task.exercise, known) + cost_problems(task.exercise, known)
        problems += [f"{place}: {problem}" for problem in lacking]
    place = place_of(course, definition_path(assignment, slug))
    return Begun(Proof(slug, DEFINITION, tuple(problems), place=place), reference, stub, known)


def definition_path(assignment: str, slug: str) -> Path:
    """Where `find_exercise` looks: beside the definitions of this very package."""
    return PACKAGE / "exercises" / assignment / f"{slug}.py"


def left_to_do(course: Course, assignment: str, slug: str) -> list[str]:
    """What its files themselves say is still to be done, with the place of each.

    The first exercise of an assignment says it of the introduction too.
    """
    found = []
    first, *_others = course.table.assignments[assignment].exercises
    introduction = [course.introduction_path(assignment)] if slug == first else []
    for path in (
        *introduction,
        course.stub_path(assignment, slug),
        course.solution_path(assignment, slug),
        definition_path(assignment, slug),
        *known_answer_files(course, assignment, slug),
    ):
        lines = text_of(path).splitlines() if path.is_file() else []
        for number, line in enumerate(lines, start=1):
            _before, marker, left = line.partition(STILL_TO_DO)
            if marker:
                left = left.strip().removesuffix('"""')
                found.append(f"{place_of(course, path, number)}: still to do: {left}")
    return found


def problems_with(specimen: Specimen, grade: ExerciseGrade) -> list[str]:
    """How a specimen's verdicts differ from what they must be, a sentence each.

    Checks that saw the same are one sentence, and one that was skipped is none where another one
    failed: it was skipped for that.
    """
    problems = dict[str, list[str]]()
    skipped = []
    refuses = specimen.on_trust and specimen.task.on_trust == "refuse"
    for check in grade.checks:
        if refuses and _is_refused(check):
            continue
        words = _problem_with(specimen, check)
        if words and check.verdict is Verdict.SKIPPED and check.name not in (specimen.fails or ()):
            skipped.append(f"{check.name} {words}")
        elif words:
            problems.setdefault(words, []).append(check.name)
    found = [f"{', '.join(names)} {words}" for words, names in problems.items()] or skipped
    return found + _wrong_marks(specimen, grade)


def _problem_with(specimen: Specimen, check: CheckResult) -> str:
    """What is wrong with one verdict, nothing where it is as it must be."""
    reason = why(check)
    detail = f" (expected {reason.expected}; seen {reason.seen})" if reason.seen else ""
    if check.verdict is Verdict.ERROR:
        return f"{check.verdict}: {reason.seen}"
    if specimen.fails is None:
        passed = check.verdict is Verdict.PASSED
        return f"{check.verdict}, but nothing is written yet" if passed else ""
    if check.name in specimen.fails:
        return "" if check.verdict is Verdict.FAILED else f"{check.verdict}, but must fail"
    if check.verdict is Verdict.FAILED:
        return f"{check.verdict}, but must not{detail}"
    if check.verdict is Verdict.SKIPPED and not specimen.fails:
        return f"{check.verdict}, but must pass"
    return ""


def _wrong_marks(specimen: Specimen, grade: ExerciseGrade) -> list[str]:
    """Whether what should be a fact rests on trust, or the other way round."""
    marked = [check.name for check in grade.checks if check.on_trust is not None]
    reasons = {said(check.on_trust) for check in grade.checks if check.on_trust is not None}
    if marked and not specimen.on_trust:
        which = ", ".join(marked)
        return [f"{which} passed on trust, but the trainer must repeat it: {'; '.join(reasons)}"]
    if specimen.on_trust and specimen.task.on_trust == "count" and not marked:
        return ["no check that it passes rests on trust, so it must not be said to"]
    return []


def _is_refused(check: CheckResult) -> bool:
    """Whether a check rests on a training that a course does not take on trust."""
    return check.verdict is Verdict.SKIPPED or (
        check.message is not None and check.message.name == REFUSED
    )


def junk_problems(task: PreparedExercise, observation: Observation) -> list[str]:
    """Every kind of junk that crashes a check or passes one, a sentence each."""
    problems = []
    for name, junk in all_junk(observation):
        for check in verdicts(task, junk).checks:
            if check.verdict in (Verdict.PASSED, Verdict.ERROR):
                problems.append(f"{check.name} {check.verdict} though {name}: {why(check).seen}")
    if observation.trained_by == "trainer":
        trained = {check.name for check in task.exercise.checks if check.basis is Basis.TRAINED}
        for check in verdicts(task, without_trainings(observation)).checks:
            if check.verdict is Verdict.PASSED and check.name in trained:
                problems.append(f"{check.name} rests on a training, but passes without any")
    for name, junk in spoilt(observation):
        for check in verdicts(task, junk).checks:
            if check.verdict is Verdict.ERROR:
                problems.append(f"{check.name} {check.verdict} though {name}: {why(check).seen}")
    return problems


def prove(specimen: Specimen, runner: Runner) -> Proof:
    """What one specimen proves, and how long that took."""
    began, wrong, junk, fault = time.monotonic(), list[str](), list[str](), ""
    try:
        wrong, junk = examine(specimen, runner)
    except SandboxFault as error:
        fault = str(error)
    return Proof(
        specimen.task.exercise.slug,
        specimen.name,
        (*wrong, *junk),
        fault,
        seconds=time.monotonic() - began,
        place=specimen.place,
        is_wrong=bool(wrong),
    )


def examine(specimen: Specimen, runner: Runner) -> tuple[list[str], list[str]]:
    """What is wrong when a specimen is graded; of the reference, what junk in its place shows too.

    Raises `SandboxFault` when it could not be run: that says nothing about the exercise.
    """
    if specimen.name != REFERENCE:
        return problems_with(specimen, graded(specimen, runner)), []
    task, part = specimen.task, part_of(specimen)
    (observation,) = observe([task], [part], runner)
    if observation.outcome is Outcome.SANDBOX_FAULT:
        raise SandboxFault(said(observation.reason))
    wrong = problems_with(specimen, verdicts(task, observation, part.notes))
    return wrong, [] if wrong else junk_problems(task, observation)


def graded(specimen: Specimen, runner: Runner) -> ExerciseGrade:
    """What a specimen gets, read in all the ways in which a submission is; see `examine`."""
    submission = Submission(specimen.name, Path(specimen.place), "", (cell_of(specimen.source),))
    (grade,) = grade_exercises(submission, [specimen.task], runner)
    if grade.outcome is Outcome.SANDBOX_FAULT:
        reasons = [one.message.values["reason"] for one in grade.checks if one.message is not None]
        raise SandboxFault(*[said(one) for one in reasons[:1] if isinstance(one, Message)])
    return grade


def definition_problems(exercise: Exercise, stub: str) -> list[str]:
    """What a definition and its stub lack before anything is run, a sentence each."""
    problems = [
        f"{check.name} has no docstring for the student to read"
        for check in exercise.checks
        if not check.sentence
    ]
    if not exercise.checks:
        problems.append("it has no check, so it is worth nothing")
    try:
        tree = ast.parse(stub)
    except SyntaxError as error:
        return [*problems, f"the stub cannot be read: line {error.lineno}: {error.msg}"]
    defined = {getattr(node, "name", "") for node in tree.body}
    problems += [f"the stub does not define {n}" for n in exercise.asks_for if n not in defined]
    return problems + demand_problems(exercise, ast.get_docstring(tree) or "")


def known_answer_problems(exercise: Exercise, known: Sequence[KnownAnswer]) -> list[str]:
    """What the known answers of an exercise lack, a sentence each."""
    failed = {name for answer in known for name in answer.fails}
    problems = [
        f"no mistake fails {check.name}" for check in exercise.checks if check.name not in failed
    ]
    mistakes = [answer for answer in known if answer.is_mistake]
    variants = [answer for answer in known if not answer.is_mistake]
    if len(mistakes) < FEWEST_MISTAKES:
        problems.append(f"it has {_count(mistakes, 'known mistake')}; {FEWEST_MISTAKES} are needed")
    if len(variants) < FEWEST_VARIANTS:
        problems.append(
            f"it has {_count(variants, 'accepted variant')}; {FEWEST_VARIANTS} are needed"
        )
    return problems


def _count(items: Sequence[object], what: str) -> str:
    return f"{len(items) or 'no'} {what}{'' if len(items) == 1 else 's'}"
