"""Grades a class into a gradebook: only what is new or changed, and never over what was published.

A submission that was not graded before is published at once. Where a changed course would change a
verdict that was, that becomes part of a proposal, which somebody looks at first.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from autograder.grading.entries import HandIn, Judged, Judging, Known, Observed
from autograder.grading.faults import is_our_fault
from autograder.grading.grade import (
    grade_exercises,
    graded,
    refused,
    run,
    stop_if_hopeless,
    ungraded,
)
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.recorder import Observer, Recorder
from autograder.grading.terms import Terms
from autograder.records import (
    DEFECT,
    ExerciseGrade,
    Observation,
    Refusal,
    Status,
    Submission,
    SubmissionGrade,
)
from autograder.submissions.intake import Source, read
from autograder.supervision.judge_process import Call, JudgeBroken, Observe
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner
from autograder.training.spent import Spent
from autograder.wire.errors import TooCostly
from autograder.wire.messages import message

# Gives the number of the proposal that a changed verdict belongs to.
Proposal = Callable[[], int]
# What the judge's process may ask of the gradebook.
SERVED = ("add", "evidence", "judgings", "latest", "proposal", "proposed", "whole")


class Book(Protocol):
    """The part of a gradebook that grading needs; `proposal` is a `Proposal`."""

    def latest(self, student: str, assignment: str = "") -> HandIn | None: ...
    def judgings(self, hand_in: int) -> dict[str, Judging]: ...
    def proposed(self, hand_in: int) -> dict[str, Judging]: ...
    def evidence(self, hand_in: int, student: str, run: str) -> Observation | None: ...
    def add(  # noqa: PLR0913 - as the gradebook has it
        self,
        grade: SubmissionGrade,
        key: str,
        assignment: str,
        *,
        judged: Judged,
        work: Submission | None = None,
        observed: Sequence[Observed] = (),
        handed_in_at: str | None = None,
        proposal: int | None = None,
    ) -> int: ...
    def whole(self, student: str, assignment: str, terms: Terms) -> SubmissionGrade: ...
    def proposal(self) -> int: ...


def grade_class(
    sources: Sequence[Source],
    plan: Plan,
    gradebook: Gradebook,
    *,
    jobs: int,
    proposal: Proposal | None = None,
) -> Generator[SubmissionGrade, None, None]:
    """Grades every source, `jobs` at a time; yields what counts once it is safely recorded."""

    def grade(source: Source, runner: Runner) -> SubmissionGrade:
        return grade_within_limits(source, plan, runner, gradebook, proposal)

    for _source, made in for_each(sources, grade, setup=plan.setup, jobs=jobs):
        yield made


def grade_within_limits(
    source: Source,
    plan: Plan,
    runner: Runner,
    gradebook: Gradebook | None = None,
    proposal: Proposal | None = None,
) -> SubmissionGrade:
    """Grades one source in a process of the runner's whose time and memory are limited.

    A submission that takes more of them is refused, in a sentence; one that our own code fails on
    is ungraded, through our fault.
    """
    spent = Spent()

    def serve(asked: Observe | Call) -> Any:
        match asked:
            case Observe(jobs):
                return run(jobs, plan.exercises, runner, spent)
            case Call("keeps"):
                return gradebook is not None
            case Call("proposal"):
                return 0 if proposal is None else proposal()
            case Call("add", arguments) if arguments[0].status is Status.REGRADE:
                stop_if_hopeless(plan.setup)
        assert asked.name in SERVED  # noqa: S101 - the judge is our own
        return getattr(gradebook, asked.name)(*asked.arguments, **asked.named)

    try:
        return runner.judge.decide(source, plan, serve)
    except TooCostly as error:
        reason, status = error.message, Status.REFUSED
    except JudgeBroken as error:
        reason, status = message(DEFECT, text=str(error)), Status.REGRADE
    refusal = Refusal(source.student, source.path, reason)
    grade = ungraded(refusal, plan, status)
    if gradebook is not None:
        gradebook.add(grade, plan.key_of(refusal), plan.assignment, judged=Judged())
    return grade


def grade_into(source: Source, plan: Plan, runner: Observer, book: Book) -> SubmissionGrade:
    """Grades one source as far as it is new or changed; returns what counts of it."""
    submission = read(source, plan.all_slugs)
    latest = book.latest(source.student, plan.assignment)
    grade = refused(submission, plan)
    when = _handed_in_at(source)
    if grade is not None:
        key = plan.key_of(submission)
        if latest is None or (latest.key, latest.header.status) != (key, grade.status):
            book.add(grade, key, plan.assignment, judged=Judged(), handed_in_at=when)
        return grade
    assert isinstance(submission, Submission)  # noqa: S101 - what is not was refused
    known = latest if latest is not None and latest.digest == submission.digest else None
    made = _grade_again(submission, known, plan, runner, book, when)
    if made is not None and made.status is Status.REGRADE:
        return made
    return book.whole(source.student, plan.assignment, plan.all_terms)


def _grade_again(
    submission: Submission,
    known: HandIn | None,
    plan: Plan,
    runner: Observer,
    book: Book,
    when: str | None,
) -> SubmissionGrade | None:
    """Grades those exercises whose verdicts are not known, and records them."""
    student, number = submission.student, 0 if known is None else known.number
    before = {} if known is None else book.judgings(number)
    proposed = {} if known is None else book.proposed(number)
    stale = stale_exercises(before | proposed, plan, again=plan.setup.audit > 0)
    if not stale:
        return None
    audited = plan.setup.audit > 0
    recorder = Recorder(
        plan.keys,
        lambda run_key: None if audited else book.evidence(number, student, run_key),
        runner,
    )
    asked = [one.for_submission(submission.digest) for one in stale]
    exercises = grade_exercises(submission, asked, recorder)
    grade = graded(submission, exercises, plan)
    if grade.status is Status.REGRADE:
        stop_if_hopeless(plan.setup)
    judged = sorted_out(exercises, before, plan)
    book.add(
        grade,
        submission.digest,
        plan.assignment,
        judged=judged,
        work=submission,
        observed=recorder.observed,
        handed_in_at=when,
        proposal=book.proposal() if judged.proposed else None,
    )
    return grade


def stale_exercises(
    before: Mapping[str, Judging | Known], plan: Plan, *, again: bool = False
) -> list[PreparedExercise]:
    """The exercises without verdicts, reached under other keys, or to be run again."""
    return [
        one
        for one in plan.exercises
        if again
        or one.slug not in before
        or before[one.slug].judge != one.keys.judge
        or before[one.slug].runs_again
    ]


def sorted_out(
    exercises: Sequence[ExerciseGrade], before: Mapping[str, Judging], plan: Plan
) -> Judged:
    """What is published at once, what is proposed, and what came out as it was.

    A fault of ours takes the place of nothing.
    """
    published, proposed, confirmed = [], [], []
    for grade in exercises:
        keys, old = plan.keys[grade.slug], before.get(grade.slug)
        if old is None or old.is_our_fault:
            published.append((grade, keys.run, keys.judge))
        elif is_our_fault(grade):
            continue
        elif decided(grade) == decided(old.grade):
            confirmed.append((old.number, grade, keys.run, keys.judge))
        else:
            proposed.append((grade, keys.run, keys.judge))
    return Judged(published, proposed, confirmed)


def decided(grade: ExerciseGrade) -> list[tuple[object, ...]]:
    """What must be equal in equal grades; words are not."""
    return [(one.name, one.verdict, one.points, one.earned) for one in grade.checks]


def _handed_in_at(source: Source) -> str | None:
    """When the work was last changed; not known of what was unpacked here."""
    if source.workspace in source.path.parents:
        return None
    times = [file.stat().st_mtime for file in source.files if file.exists()]
    if not times or any(source.workspace in file.parents for file in source.files):
        return None
    return datetime.fromtimestamp(max(times), UTC).isoformat(timespec="seconds")
