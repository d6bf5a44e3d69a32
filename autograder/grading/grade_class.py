"""Grades a class into a gradebook: only what is new or changed, and never over what was published.

A submission that was not graded before is published at once. Where a changed course would change a
verdict that was, that becomes part of a proposal, which somebody looks at first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from autograder.grading.entries import HandIn, Judged, Judging, KeptRun, Known, Observed
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
from autograder.grading.keys import Keys
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.recorder import Observer, Recorder
from autograder.records import (
    DEFECT,
    ExerciseGrade,
    Refusal,
    Status,
    Submission,
    SubmissionGrade,
)
from autograder.submissions.intake import Source, read
from autograder.supervision.judge_process import Call, JudgeBroken, Observe, Serve
from autograder.supervision.pool import Pool, for_each
from autograder.supervision.runner import Runner
from autograder.training.spent import Spent
from autograder.wire.errors import TooCostly
from autograder.wire.messages import Message, message

# Of very many attempts the last ones are kept, so that reading them costs nobody a grade.
MOST_EARLIER = 10
# Gives the number of the proposal that a changed verdict belongs to.
Proposal = Callable[[], int]
# A source, and what counts of it now; `None` where nothing changed.
Outcome = tuple[Source, SubmissionGrade | None]
# Grades all sources by a plan into a gradebook, wherever that is done.
Grades = Callable[[Sequence[Source], Plan, Gradebook, Proposal], Generator[Outcome, None, None]]
# What the judge's process may ask of the gradebook.
SERVED = (
    "add", "has", "judgings", "kept_run", "known", "latest", "note_handed_in", "packed_work",
    "proposal", "run_parts", "was_run",
)  # fmt: skip


class Records(Protocol):
    """The part of a gradebook that grading needs."""

    def latest(self, student: str, assignment: str = "") -> HandIn | None: ...
    def has(self, student: str, assignment: str, digest: str) -> bool: ...
    def judgings(self, hand_in: int) -> dict[str, Judging]: ...
    def known(
        self, assignment: str = "", hand_in: int | None = None
    ) -> dict[int, dict[str, Known]]: ...
    def kept_run(self, hand_in: int, student: str, run: str) -> KeptRun | None: ...
    def add(  # noqa: PLR0913 - as the gradebook has it
        self,
        grade: SubmissionGrade,
        key: str,
        assignment: str,
        *,
        judged: Judged,
        work: Submission | None = None,
        observed: Sequence[Observed] = (),
        looked_up: Collection[str] = (),
        handed_in_at: str | None = None,
        proposal: int | None = None,
    ) -> int: ...
    def note_handed_in(self, hand_in: int, when: str) -> None: ...


class Book(Records, Protocol):
    """The same as the judge's process sees it, which asks for a `Proposal` too."""

    def proposal(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Made:
    """The grade that was made of a source now; none where all of it was known."""

    grade: SubmissionGrade | None


def grade_class(
    sources: Sequence[Source],
    plan: Plan,
    gradebook: Gradebook,
    proposal: Proposal | None = None,
    *,
    jobs: int,
    pool: Pool | None = None,
) -> Generator[Outcome, None, None]:
    """Grades every source, `jobs` at a time; yields what counts once it is safely recorded.

    A `pool` is one that stays warm for what comes later.

    Of one that our side failed on, it yields that, and `None` of one that nothing changed for.
    """

    def grade(source: Source, runner: Runner) -> SubmissionGrade | None:
        return grade_within_limits_into(source, plan, runner, gradebook, proposal)

    if pool is not None:
        yield from pool.for_each(sources, grade)
    else:
        yield from for_each(sources, grade, setup=plan.setup, jobs=jobs)


def grade_within_limits(source: Source, plan: Plan, runner: Runner) -> SubmissionGrade:
    """Grades one source in a process of the runner's whose time and memory are limited.

    A submission that takes more of them is refused, in a sentence; one that our own code fails on
    is ungraded, through our fault.
    """
    grade = grade_within_limits_by(source, plan, runner, None)
    assert grade is not None  # noqa: S101 - without a gradebook, nothing is known
    return grade


def grade_within_limits_into(
    source: Source,
    plan: Plan,
    runner: Runner,
    gradebook: Gradebook,
    proposal: Proposal | None = None,
) -> SubmissionGrade | None:
    """The same, recorded; returns what counts now, or `None` where all of it was known."""
    grade = grade_within_limits_by(source, plan, runner, gradebook, proposal)
    if grade is None or grade.status is Status.REGRADE:
        return grade
    return gradebook.whole(source.student, plan.assignment, plan.all_terms)


def grade_within_limits_by(
    source: Source,
    plan: Plan,
    runner: Runner,
    gradebook: Records | None,
    proposal: Proposal | None = None,
) -> SubmissionGrade | None:
    """The same by what a gradebook answers, wherever that is; returns what was made now."""
    ask = served(plan, runner, gradebook, proposal)
    try:
        made: Made = runner.judge.decide(source, plan, ask)
    except TooCostly as error:
        return record_ungraded(source, error.message, Status.REFUSED, plan, gradebook)
    except JudgeBroken as error:
        reason = message(DEFECT, text=str(error))
        return record_ungraded(source, reason, Status.REGRADE, plan, gradebook)
    return made.grade


def served(
    plan: Plan,
    runner: Observer,
    gradebook: Records | None,
    proposal: Proposal | None = None,
) -> Serve:
    """What answers the judge's process, while it decides on one submission."""
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

    return serve


def record_ungraded(
    source: Source, reason: Message, status: Status, plan: Plan, gradebook: Records | None
) -> SubmissionGrade:
    """The grade of what nothing was decided on; a fault of ours takes the place of nothing."""
    refusal = Refusal(source.student, source.path, reason)
    grade = ungraded(refusal, plan, status)
    if gradebook is not None:
        latest = gradebook.latest(source.student, plan.assignment)
        if status is Status.REFUSED or latest is None or not gradebook.judgings(latest.number):
            gradebook.add(grade, plan.key_of(refusal), plan.assignment, judged=Judged())
    return grade


def grade_into(source: Source, plan: Plan, runner: Observer, book: Book) -> Made:
    """Grades one source as far as it is new or changed."""
    submission = read(source, plan.all_slugs)
    latest = book.latest(source.student, plan.assignment)
    when = handed_in_at(source)
    known = None
    if latest is not None and isinstance(submission, Submission):
        known = latest if latest.digest == submission.digest else None
    if known is None:
        latest = _keep_earlier(source, submission, plan, book) or latest
    # What was graded is not refused because the course asks for something else now.
    grade = refused(submission, plan) if known is None else None
    if grade is not None:
        key = plan.key_of(submission)
        if latest is None or (latest.key, latest.header.status) != (key, grade.status):
            book.add(grade, key, plan.assignment, judged=Judged(), handed_in_at=when)
        else:
            _note_handed_in(latest, when, book)
        return Made(grade)
    assert isinstance(submission, Submission)  # noqa: S101 - what is not was refused
    _note_handed_in(known, when, book)
    return Made(_grade_again(submission, known, plan, runner, book, when))


def _keep_earlier(
    source: Source, submission: Submission | Refusal, plan: Plan, book: Book
) -> HandIn | None:
    """Records attempts before this one that are new, before it is; returns the last of them."""
    own, student = plan.assignment, source.student
    digest = submission.digest if isinstance(submission, Submission) else ""
    found = False
    for one in source.earlier[-MOST_EARLIER:]:
        attempt = read(replace(one, student=student), plan.all_slugs)
        if (
            not isinstance(attempt, Submission)
            or attempt.digest == digest
            or not plan.handout.owns(attempt)
            or book.has(student, own, attempt.digest)
        ):
            continue
        kept = Refusal(student, attempt.path, message("file.earlier"))
        header = replace(ungraded(kept, plan, Status.PARTIAL), digest=attempt.digest)
        book.add(
            header,
            attempt.digest,
            own,
            judged=Judged(),
            work=attempt,
            handed_in_at=handed_in_at(one),
        )
        found = True
    return book.latest(student, own) if found else None


def _note_handed_in(known: HandIn | None, when: str | None, book: Book) -> None:
    """The earliest date of the same work counts: a download may set another one."""
    if known is not None and when is not None and when < (known.handed_in_at or "9"):
        book.note_handed_in(known.number, when)


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
    keys = {} if known is None else book.known(plan.assignment, number).get(number, {})
    audited = plan.setup.audit > 0
    # What was never graded needs no proposal.
    keys = {slug: one for slug, one in keys.items() if not one.takes_a_faults_place}
    stale = stale_exercises(keys, plan, again=audited)
    if not stale:
        return None
    before = {} if known is None else book.judgings(number)
    recorder = Recorder(
        plan.keys,
        lambda run_key: None if audited else book.kept_run(number, student, run_key),
        runner,
    )
    asked = [one.for_submission(submission.digest) for one in stale]
    exercises = grade_exercises(submission, asked, recorder)
    grade = graded(submission, exercises, plan)
    if grade.status is Status.REGRADE:
        stop_if_hopeless(plan.setup)
    judged = sorted_out(exercises, before, plan.keys)
    book.add(
        grade,
        submission.digest,
        plan.assignment,
        judged=judged,
        work=submission,
        observed=recorder.observed,
        looked_up=recorder.looked_up,
        handed_in_at=when,
        proposal=book.proposal() if judged.proposed else None,
    )
    return grade


def stale_exercises(
    before: Mapping[str, Known], plan: Plan, *, again: bool = False
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
    exercises: Sequence[ExerciseGrade],
    before: Mapping[str, Judging],
    all_keys: Mapping[str, Keys],
    *,
    publishes: bool = True,
) -> Judged:
    """What is published at once, what is proposed, and what came out as it was.

    What was never graded is published, if anything is. A fault of ours takes the place of nothing.
    """
    published, proposed, confirmed = [], [], []
    for grade in exercises:
        keys, old = all_keys[grade.slug], before.get(grade.slug)
        if publishes and (old is None or old.is_our_fault):
            published.append((grade, keys.run, keys.judge))
        elif is_our_fault(grade):
            continue
        elif old is not None and decided(grade) == decided(old.grade):
            confirmed.append((old.number, grade, keys.run, keys.judge))
        else:
            proposed.append((grade, keys.run, keys.judge))
    return Judged(published, proposed, confirmed)


def decided(grade: ExerciseGrade) -> list[tuple[object, ...]]:
    """What must be equal in equal grades; words are not."""
    return [(one.name, one.verdict, one.points, one.earned) for one in grade.checks]


def handed_in_at(source: Source) -> str | None:
    """When the work was last changed; not known of what was unpacked here."""
    if source.workspace in source.path.parents:
        return None
    times = [file.stat().st_mtime for file in source.files if file.exists()]
    if not times or any(source.workspace in file.parents for file in source.files):
        return None
    return datetime.fromtimestamp(max(times), UTC).isoformat(timespec="seconds")
