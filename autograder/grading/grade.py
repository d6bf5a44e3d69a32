"""The whole program in one screen: read a submission, observe its exercises, decide, record."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, PreparedExercise
from autograder.judging.judge import judge, led_by
from autograder.judging.own_text import cut_in
from autograder.judging.problem import Places
from autograder.records import (
    CHECK_DEFECT,
    DEFECT,
    FAULT,
    ExerciseGrade,
    Note,
    Observation,
    Outcome,
    Refusal,
    Slice,
    Status,
    Submission,
    SubmissionGrade,
    Verdict,
)
from autograder.submissions.changed_below import changed_below
from autograder.submissions.intake import Source, read
from autograder.submissions.notebook import places_of
from autograder.submissions.readings import ways_to_read
from autograder.submissions.slicing import analyse
from autograder.supervision.judge_process import Find, JudgeBroken, Observe, Record
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner, Setup
from autograder.training.spent import Spent
from autograder.wire.errors import TooCostly, UsageError
from autograder.wire.messages import message
from autograder.wire.protocol import Job

T = TypeVar("T")


class Observer(Protocol):
    """What observes jobs in a sandbox, as a runner does."""

    def observe(
        self,
        jobs: Sequence[Job],
        unseen: Mapping[str, Any],
        shown: Collection[str],
        trainer_seed: int,
        spent: Spent | None,
        /,
    ) -> list[Observation]: ...


class Grades(Protocol):
    """What keeps grades, as a gradebook does."""

    def find(self, student: str, key: str, /) -> SubmissionGrade | None: ...

    def record(self, grade: SubmissionGrade, key: str, /) -> None: ...


def grade_within_limits(
    source: Source, plan: Plan, runner: Runner, gradebook: Gradebook | None = None
) -> SubmissionGrade:
    """The same as `grade_source`, in a process of the runner's whose time and memory are limited.

    A submission that takes more of them is refused, in a sentence; one that our own code fails on
    is ungraded, through our fault.
    """

    spent = Spent()

    def serve(asked: Find | Observe | Record) -> Any:
        match asked:
            case Observe(jobs):
                return _run(jobs, plan.exercises, runner, spent)
            case Find(student, key):
                return None if gradebook is None else gradebook.find(student, key)
            case Record(grade, key):
                if grade.status is Status.REGRADE:
                    _stop_if_hopeless(plan.setup)
                return None if gradebook is None else gradebook.record(grade, key)

    try:
        return runner.judge.decide(source, plan, serve)
    except TooCostly as error:
        reason, status = error.message, Status.REFUSED
    except JudgeBroken as error:
        reason, status = message(DEFECT, text=str(error)), Status.REGRADE
    refusal = Refusal(source.student, source.path, reason)
    grade = _ungraded(refusal, plan, status)
    if gradebook is not None:
        gradebook.record(grade, plan.key_of(refusal))
    return grade


def grade_source(
    source: Source, plan: Plan, runner: Observer, gradebook: Grades | None = None
) -> SubmissionGrade:
    """One submission's whole way, from a file to a recorded grade.

    A submission that the gradebook holds a grade of, made under the same plan from the same
    content, is not graded again. Raises `UsageError` if no submission can be graded any more.
    """
    submission = read(source, plan.slugs)
    key = plan.key_of(submission)
    recorded = gradebook.find(source.student, key) if gradebook is not None else None
    if recorded is not None:
        return recorded
    if isinstance(submission, Refusal):
        grade = _ungraded(submission, plan, Status.REFUSED)
    elif not plan.handout.owns(submission):
        reason = plan.handout.why_not(submission)
        refusal = Refusal(submission.student, submission.path, reason)
        grade = _ungraded(refusal, plan, Status.OTHER_WORK)
    else:
        asked = [one.for_submission(submission.digest) for one in plan.exercises]
        grade = _graded(submission, grade_exercises(submission, asked, runner), plan)
    if grade.status is Status.REGRADE:
        _stop_if_hopeless(plan.setup)
    if gradebook is not None:
        gradebook.record(grade, key)
    return grade


def grade_exercises(
    submission: Submission, exercises: Sequence[PreparedExercise], runner: Observer
) -> tuple[ExerciseGrade, ...]:
    """The exercises, each read in one way after the other until one gets full marks.

    The best way counts, and of equals the first: nobody loses points by our guess. All ways of an
    exercise share its limits.
    """
    ways = {
        one.slug: ways_to_read(submission, one.exercise.asks_for, one.slug) for one in exercises
    }
    places = places_of(submission.cells)
    analysis = analyse(submission.cells)
    names = analysis.touched_by.keys()
    spent = Spent()
    best: dict[str, ExerciseGrade] = {}
    pending = list(exercises)
    while pending:
        tried = [(one, part) for one in pending if (part := next(ways[one.slug], None)) is not None]
        pending = []
        parts = [part for _, part in tried]
        observations = observe([one for one, _ in tried], parts, runner, spent)
        for (one, part), seen in zip(tried, observations, strict=True):
            grade = verdicts(one, seen, part.notes, places, names)
            if _may_be_better(grade):
                changes = changed_below(analysis, part, one.exercise.asks_for)
                grade = led_by(changes, one.exercise, grade)
            if one.slug not in best or _is_better(grade, best[one.slug]):
                best[one.slug] = grade
            limits = one.limits.after(seen.seconds, seen.cpu_seconds + seen.training_seconds)
            if limits is not None and _may_be_better(best[one.slug]):
                pending.append(replace(one, limits=limits))
    source = "\n".join(cell.source for cell in submission.cells)
    return tuple(cut_in(best[one.slug], source) for one in exercises)


def observe(
    exercises: Sequence[PreparedExercise],
    parts: Sequence[Slice],
    runner: Observer,
    spent: Spent | None = None,
) -> list[Observation]:
    """What happens in the sandbox when each exercise's probes meet its part of a submission.

    `spent` is what the submission has had of the trainer, where it is run more than once.
    """
    jobs = [
        Job(
            slug=one.slug,
            pieces=part.pieces,
            probes=one.exercise.probe_sources(),
            given=dict(one.truth.given),
            seed=one.seed,
            limits=one.limits,
            as_run=part.as_run,
        )
        for one, part in zip(exercises, parts, strict=True)
    ]
    seen = _run(jobs, exercises, runner, spent) if jobs else []
    return [by_name(*each) for each in zip(exercises, seen, strict=True)]


def _run(
    jobs: Sequence[Job],
    exercises: Sequence[PreparedExercise],
    observer: Observer,
    spent: Spent | None,
) -> list[Observation]:
    unseen = {one.slug: one.truth.hidden_images for one in exercises}
    shown = [one.slug for one in exercises if one.on_trust == "count"]
    # All are made ready with one secret.
    return observer.observe(jobs, unseen, shown, exercises[0].trainer_seed, spent)


def by_name(exercise: PreparedExercise, seen: Observation) -> Observation:
    """What was observed, by the names of the probes, which do not enter the sandbox."""
    names = exercise.exercise.probe_names()

    def named(found: Mapping[str, T]) -> dict[str, T]:
        return {names[probe]: value for probe, value in found.items() if probe in names}

    return replace(
        seen,
        evidence=named(seen.evidence),
        crashes=named(seen.crashes),
        running=names.get(seen.running, ""),
        trainings=named(seen.trainings),
        scores=named(seen.scores),
        answers=named(seen.answers),
    )


def verdicts(
    one: PreparedExercise,
    observation: Observation,
    notes: tuple[Note, ...] = (),
    places: Places | None = None,
    names: Collection[str] = (),
) -> ExerciseGrade:
    """What an exercise's checks say of what was observed, as the course takes what is on trust."""
    return judge(one.exercise, observation, one.truth, notes, places, one.on_trust, names=names)


def grade_class(
    sources: Sequence[Source], plan: Plan, gradebook: Gradebook, *, jobs: int
) -> Generator[SubmissionGrade, None, None]:
    """Grades every source, `jobs` at a time; yields each grade once it is safely recorded."""

    def grade(source: Source, runner: Runner) -> SubmissionGrade:
        return grade_within_limits(source, plan, runner, gradebook)

    for _source, made in for_each(sources, grade, setup=plan.setup, jobs=jobs):
        yield made


def _graded(
    submission: Submission, exercises: tuple[ExerciseGrade, ...], plan: Plan
) -> SubmissionGrade:
    edition = plan.handout.about_edition(submission)
    about_edition = () if edition is None else (Note(0, edition),)
    ours = [one for one in exercises if _is_our_fault(one)]
    is_fault = any(one.outcome is Outcome.SANDBOX_FAULT for one in ours)
    titles = [message(f"{one.slug}.title") for one in ours]
    why = message(FAULT if is_fault else CHECK_DEFECT, exercises=[*titles])
    return SubmissionGrade(
        student=submission.student,
        path=str(submission.path),
        digest=submission.digest,
        status=Status.REGRADE if ours else Status.GRADED,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        exercises=exercises,
        notes=(*about_edition, *submission.notes),
        answers=submission.answers,
        secret=plan.secret,
        reason=why if ours else None,
    )


def _ungraded(refusal: Refusal, plan: Plan, status: Status) -> SubmissionGrade:
    return SubmissionGrade(
        student=refusal.student,
        path=str(refusal.path),
        digest="",
        status=status,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        reason=refusal.reason,
    )


def _stop_if_hopeless(setup: Setup) -> None:
    """Raises `UsageError` when trainings cannot be stored, so that nothing could be graded."""
    if setup.store is not None and setup.store.trouble:
        raise UsageError(setup.store.trouble)


def _is_better(grade: ExerciseGrade, best: ExerciseGrade) -> bool:
    return grade.earned > best.earned and not _is_our_fault(grade)


def _may_be_better(grade: ExerciseGrade) -> bool:
    return grade.earned < grade.points and not _is_our_fault(grade)


def _is_our_fault(exercise: ExerciseGrade) -> bool:
    return any(check.verdict is Verdict.ERROR for check in exercise.checks)
