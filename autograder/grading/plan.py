"""Exercises of one submission: what they need is read, observed in the sandbox, and judged."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from autograder.course import Course
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.judge import judge, prepare
from autograder.judging.public_truth import public_seed, public_truth
from autograder.records import ExerciseGrade, Job, Limits, Note, Observation, Piece, Slice, Truth
from autograder.sandbox.launch import Sandbox
from autograder.submissions.slicing import Analysis, needed
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import Images, keras_home, load


@dataclass(frozen=True, slots=True)
class PreparedExercise:
    """One exercise with all that is decided before any student's code is read."""

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int


def prepare_exercise(
    course: Course, assignment: str, slug: str, seed: int | None = None
) -> PreparedExercise:
    """One exercise made ready; its seed comes from the course's unless one is given."""
    exercise = find_exercise(assignment, slug)
    if seed is None:
        seed = (course.table.seed + zlib.crc32(slug.encode())) % 2**31
    truth = prepare(exercise, seed, _images(keras_home(course.table.data.images)))
    return PreparedExercise(exercise, course.limits(assignment, slug), truth, seed)


def prepare_public_exercise(course: Course, assignment: str, slug: str) -> PreparedExercise:
    """One exercise as students may try it themselves: with images that they have."""
    exercise = find_exercise(assignment, slug)
    truth = public_truth(exercise, _images(keras_home(course.table.data.images)))
    return PreparedExercise(exercise, course.limits(assignment, slug), truth, public_seed(slug))


def make_setup(course: Course, sandbox: Sandbox, audit: float = 0.0) -> Setup:
    """What all runners of one command share, as the course wants it."""
    training = course.table.training
    store = (
        TrainingStore(course.store_path, training.store_mb) if training.by == "trainer" else None
    )
    return Setup(sandbox, keras_home(course.table.data.images), store, audit)


def observe(
    analysis: Analysis, notes: Sequence[Note], tasks: Sequence[PreparedExercise], runner: Runner
) -> list[tuple[Observation, tuple[Note, ...]]]:
    """What the sandbox reports of each exercise, and what there is to say about its source."""
    slices = [readings(analysis, notes, task)[0] for task in tasks]
    return list(zip(_observed(tasks, slices, runner), [part.notes for part in slices], strict=True))


def readings(
    analysis: Analysis, notes: Sequence[Note], task: PreparedExercise
) -> tuple[Slice, ...]:
    """What an exercise needs of a submission, in each way in which that can be meant, mostly one.

    A notebook may give a name to something else once its exercise is checked: then the exercise
    counts as it stood at `grader.check`, or as the notebook ends.
    """
    slug, names = task.exercise.slug, task.exercise.asks_for
    at_the_end = needed(analysis, names, notes, own_file=f"{slug}.py")
    if slug not in analysis.checked:
        return (at_the_end,)
    until = analysis.checked[slug]
    at_its_check = needed(analysis, names, notes, own_file=f"{slug}.py", until=until)
    if _without_repeated_imports(at_its_check) == _without_repeated_imports(at_the_end):
        return (at_the_end,)
    return (at_its_check, at_the_end)


def _without_repeated_imports(part: Slice) -> list[Piece]:
    """What is executed, without imports that stand above word for word: most cells import anew."""
    kept, imported = [], set[str]()
    for piece in part.pieces:
        is_import = piece.source.startswith(("import ", "from "))
        if not (is_import and piece.source in imported):
            kept.append(piece)
        if is_import:
            imported.add(piece.source)
    return kept


def grade_exercises(
    analysis: Analysis, notes: Sequence[Note], tasks: Sequence[PreparedExercise], runner: Runner
) -> tuple[ExerciseGrade, ...]:
    """Read what the exercises need, observe them in the sandbox, decide.

    Where an exercise can be read in two ways, the second is tried unless the first is all right,
    and the better one counts: nobody loses points by our guess.
    """
    ways = [readings(analysis, notes, task) for task in tasks]
    grades = _graded(tasks, [first for first, *_ in ways], runner)
    again = [
        place
        for place, grade in enumerate(grades)
        if len(ways[place]) > 1 and grade.earned < grade.points
    ]
    others = _graded([tasks[n] for n in again], [ways[n][1] for n in again], runner)
    for place, other in zip(again, others, strict=True):
        if other.earned > grades[place].earned:
            grades[place] = replace(other, notes=(*other.notes, _meant(other.slug)))
    return tuple(grades)


def _meant(slug: str) -> Note:
    return Note(
        0,
        f'What this exercise uses is defined again below `grader.check("{slug}")`;'
        " it is graded as your notebook ends.",
    )


def _graded(
    tasks: Sequence[PreparedExercise], slices: Sequence[Slice], runner: Runner
) -> list[ExerciseGrade]:
    return [
        judge(task.exercise, observation, task.truth, part.notes)
        for task, part, observation in zip(
            tasks, slices, _observed(tasks, slices, runner), strict=True
        )
    ]


def _observed(
    tasks: Sequence[PreparedExercise], slices: Sequence[Slice], runner: Runner
) -> list[Observation]:
    jobs = [
        Job(
            slug=task.exercise.slug,
            pieces=part.pieces,
            probes=task.exercise.probe_sources(),
            given=task.truth.given,
            seed=task.seed,
            limits=task.limits,
        )
        for task, part in zip(tasks, slices, strict=True)
    ]
    return runner.observe(jobs)


@cache
def _images(home: Path) -> Images:
    """The course's public images, read once for all exercises."""
    return load(home)
