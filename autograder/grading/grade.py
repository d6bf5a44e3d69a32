"""The whole program in one screen: read a submission, observe its exercises, decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from autograder.grading.faults import is_our_fault, why_again
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.recorder import Observer
from autograder.judging.cause import short_text
from autograder.judging.evidence import without_weights
from autograder.judging.exercise import Exercise
from autograder.judging.judge import judge, led_by
from autograder.judging.own_text import cut_in
from autograder.judging.problem import Places
from autograder.records import (
    ExerciseGrade,
    Note,
    Observation,
    Refusal,
    Slice,
    Status,
    Submission,
    SubmissionGrade,
    Truth,
)
from autograder.submissions.changed_below import changed_below
from autograder.submissions.intake import Source, read
from autograder.submissions.notebook import places_of
from autograder.submissions.readings import ways_to_read
from autograder.submissions.slicing import analyse
from autograder.supervision.runner import Setup
from autograder.training.spent import Spent
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message
from autograder.wire.protocol import Job

T = TypeVar("T")


def grade_source(source: Source, plan: Plan, runner: Observer) -> SubmissionGrade:
    """One submission's whole way, from a file to a grade.

    Raises `UsageError` if no submission can be graded any more.
    """
    submission = read(source, plan.all_slugs)
    grade = refused(submission, plan)
    if grade is None:
        assert isinstance(submission, Submission)  # noqa: S101 - what is not was refused
        asked = [one.for_submission(submission.digest) for one in plan.exercises]
        grade = graded(submission, grade_exercises(submission, asked, runner), plan)
    if grade.status is Status.REGRADE:
        stop_if_hopeless(plan.setup)
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
    met = said_by_python(submission.notes)
    pending = list(exercises)
    while pending:
        tried = [(one, part) for one in pending if (part := next(ways[one.slug], None)) is not None]
        pending = []
        parts = [part for _, part in tried]
        observations = observe([one for one, _ in tried], parts, runner, spent)
        for (one, part), seen in zip(tried, observations, strict=True):
            grade = verdicts(one, seen, part.notes, places, names)
            met |= raised_by_trainings(seen) | said_by_python(part.notes)
            if _may_be_better(grade):
                changes = changed_below(analysis, part, one.exercise.asks_for)
                grade = led_by(changes, one.exercise, grade)
            if one.slug not in best or _is_better(grade, best[one.slug]):
                best[one.slug] = grade
            limits = one.limits.after(seen.seconds, seen.cpu_seconds + seen.training_seconds)
            if limits is not None and _may_be_better(best[one.slug]):
                pending.append(replace(one, limits=limits))
    return tuple(
        cut_in(best[one.slug], _written_before(submission, one.exercise), met) for one in exercises
    )


def _written_before(submission: Submission, exercise: Exercise) -> str:
    """What was written before anything was given: the code, what is asked for, names of files."""
    names = [one.name for one in submission.cells]
    return "\n".join([*(one.source for one in submission.cells), *exercise.asks_for, *names])


def said_by_python(notes: Iterable[Note]) -> set[str]:
    """What Python says of cells that it cannot read, which is found here and runs nothing."""
    inner = [value for note in notes for value in note.message.values.values()]
    return {str(one.values.get("text")) for one in inner if isinstance(one, Message)}


def raised_by_trainings(seen: Observation) -> set[str]:
    """The texts of exceptions that the trainer met, as they are shown."""
    raised = [fit.raised for fits in seen.trainings.values() for fit in fits]
    return {short_text(one.message) for one in raised if one is not None}


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
            given=_sent(one.exercise.read_by_probes, one.truth),
            seed=one.seed,
            limits=one.limits,
            as_run=part.as_run,
            data=one.data,
        )
        for one, part in zip(exercises, parts, strict=True)
    ]
    seen = run(jobs, exercises, runner, spent) if jobs else []
    without = [
        without_weights(each, one.truth.hidden_images, [p.name for p in job.probes if p.classifies])
        for one, job, each in zip(exercises, jobs, seen, strict=True)
    ]
    return [by_name(one.exercise, seen) for one, seen in zip(exercises, without, strict=True)]


def run(
    jobs: Sequence[Job],
    exercises: Sequence[PreparedExercise],
    observer: Observer,
    spent: Spent | None,
) -> list[Observation]:
    """What the sandbox reports of jobs, as it names what is in them."""
    unseen = {one.slug: one.truth.hidden_images for one in exercises}
    shown = [one.slug for one in exercises if one.on_trust == "count"]
    # All are made ready with one secret.
    return observer.observe(jobs, unseen, shown, exercises[0].trainer_seed, spent)


def by_name(exercise: Exercise, seen: Observation) -> Observation:
    """What was observed, by the names of the probes, which do not enter the sandbox."""
    names = exercise.probe_names()

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
        classified=named(seen.classified),
        relabelled=named(seen.relabelled),
        contradicted=frozenset(names[probe] for probe in seen.contradicted if probe in names),
        workings=named(seen.workings),
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


def refused(submission: Submission | Refusal, plan: Plan) -> SubmissionGrade | None:
    """The grade of what is not graded; `None` where it is to be."""
    if isinstance(submission, Refusal):
        return ungraded(submission, plan, Status.REFUSED)
    if plan.handout.owns(submission):
        return None
    reason = plan.handout.why_not(submission)
    refusal = Refusal(submission.student, submission.path, reason)
    return ungraded(refusal, plan, Status.OTHER_WORK)


def graded(
    submission: Submission, exercises: tuple[ExerciseGrade, ...], plan: Plan
) -> SubmissionGrade:
    """The grade that these exercises make."""
    edition = plan.handout.about_edition(submission)
    about_edition = () if edition is None else (Note(0, edition),)
    why = why_again(exercises)
    return SubmissionGrade(
        student=submission.student,
        path=str(submission.path),
        digest=submission.digest,
        status=Status.GRADED if why is None else Status.REGRADE,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        exercises=exercises,
        notes=(*about_edition, *submission.notes),
        answers=submission.answers,
        secret=plan.secret,
        reason=why,
    )


def ungraded(refusal: Refusal, plan: Plan, status: Status) -> SubmissionGrade:
    """The grade of what got none, and why."""
    return SubmissionGrade(
        student=refusal.student,
        path=str(refusal.path),
        digest="",
        status=status,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        reason=refusal.reason,
    )


def stop_if_hopeless(setup: Setup) -> None:
    """Raises `UsageError` when trainings cannot be stored, so that nothing could be graded."""
    if setup.store is not None and setup.store.trouble:
        raise UsageError(setup.store.trouble)


@lru_cache(maxsize=256)
def _sent(names: frozenset[str] | None, truth: Truth) -> dict[str, Any]:
    """What of the given values enters the sandbox.

    It is one object for all who share a set, by which what was made of it is found again.
    """
    return {name: one for name, one in truth.given.items() if names is None or name in names}


def _is_better(grade: ExerciseGrade, best: ExerciseGrade) -> bool:
    return grade.earned > best.earned and not is_our_fault(grade)


def _may_be_better(grade: ExerciseGrade) -> bool:
    return grade.earned < grade.points and not is_our_fault(grade)
