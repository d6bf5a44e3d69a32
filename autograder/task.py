"""Exercises of one submission: what they need is read, observed in the fence, and judged."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.course import Course
from autograder.dataset import Images, keras_home, load
from autograder.exercise import Exercise, find_exercise
from autograder.judge import judge, prepare
from autograder.ledger import Ledger
from autograder.records import ExerciseGrade, Job, Limits, Note, Observation, Truth
from autograder.run import Runner, Setup
from autograder.sandbox import Fence
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
    truth = prepare(exercise, seed, _images(keras_home(course.table.data.images)))
    return Task(exercise, course.limits(assignment, slug), truth, seed)


def make_setup(course: Course, fence: Fence, audit: float = 0.0) -> Setup:
    """What all runners of one command share, as the course wants it."""
    training = course.table.training
    ledger = Ledger(course.store_path, training.store_mb) if training.by == "trainer" else None
    return Setup(fence, keras_home(course.table.data.images), ledger, audit)


def observe(
    analysis: Analysis, notes: Sequence[Note], tasks: Sequence[Task], runner: Runner
) -> list[tuple[Observation, tuple[Note, ...]]]:
    """What the fence reports of each exercise, and what there is to say about its source."""
    slices = [
        needed(analysis, task.exercise.asks_for, notes, own_file=f"{task.exercise.slug}.py")
        for task in tasks
    ]
    jobs = [
        Job(
            slug=task.exercise.slug,
            pieces=slice_.pieces,
            probes=task.exercise.probe_sources(),
            given=task.truth.given,
            seed=task.seed,
            limits=task.limits,
        )
        for task, slice_ in zip(tasks, slices, strict=True)
    ]
    observations = runner.observe(jobs)
    return [
        (observation, slice_.notes)
        for observation, slice_ in zip(observations, slices, strict=True)
    ]


def grade_exercises(
    analysis: Analysis, notes: Sequence[Note], tasks: Sequence[Task], runner: Runner
) -> tuple[ExerciseGrade, ...]:
    """Read what the exercises need, observe them in the fence, decide."""
    observed = observe(analysis, notes, tasks, runner)
    return tuple(
        judge(task.exercise, observation, task.truth, own_notes)
        for task, (observation, own_notes) in zip(tasks, observed, strict=True)
    )


@cache
def _images(home: Path) -> Images:
    """The course's public images, read once for all exercises."""
    return load(home)
