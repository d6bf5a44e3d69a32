"""One exercise of one submission: what it needs is read, observed in the fence, and judged."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course import Course
from autograder.exercise import Exercise, find_exercise
from autograder.judge import judge, prepare
from autograder.records import ExerciseGrade, Job, Limits, Note, Observation, Truth
from autograder.run import Runner
from autograder.slicing import Analysis, needed


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise with all that is decided before any student's code is read."""

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int


def make_task(course: Course, assignment: str, slug: str, seed: int | None = None) -> Task:
    """One exercise made ready; its seed comes from the course's unless one is given."""
    exercise = find_exercise(assignment, slug)
    if seed is None:
        seed = (course.table.seed + zlib.crc32(slug.encode())) % 2**31
    return Task(exercise, course.limits(assignment, slug), prepare(exercise, seed), seed)


def observe(
    analysis: Analysis, notes: Sequence[Note], task: Task, runner: Runner
) -> tuple[Observation, tuple[Note, ...]]:
    """What the fence reports of one exercise, and what there is to say about its source."""
    exercise = task.exercise
    slice_ = needed(analysis, exercise.asks_for, notes, own_file=f"{exercise.slug}.py")
    job = Job(
        slug=exercise.slug,
        pieces=slice_.pieces,
        probes=exercise.probe_sources(),
        given=task.truth.given,
        seed=task.seed,
        limits=task.limits,
    )
    return runner.observe(job), slice_.notes


def grade_exercise(
    analysis: Analysis, notes: Sequence[Note], task: Task, runner: Runner
) -> ExerciseGrade:
    """Read what the exercise needs, observe it in the fence, decide."""
    observation, notes = observe(analysis, notes, task, runner)
    return judge(task.exercise, observation, task.truth, notes)
