"""What is decided before any student's code is read: the exercises, and what they are run with."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from autograder import PACKAGE
from autograder.course import Course
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.handout import Handout, handout_of
from autograder.judging.judge import prepare
from autograder.judging.public_truth import public_seed, public_truth
from autograder.records import OnTrust, Refusal, Submission, Truth
from autograder.sandbox.launch import Sandbox
from autograder.supervision.runner import Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import Images, keras_home, load
from autograder.wire.protocol import Limits

# The packages that decide a grade. How it is shown, proven or handed out is in none of them.
DECIDES_GRADES = (
    "child",
    "exercises",
    "grading",
    "isolation",
    "judging",
    "recipes",
    "sandbox",
    "submissions",
    "supervision",
    "trainer",
    "training",
    "wire",
)


@dataclass(frozen=True, slots=True)
class PreparedExercise:
    """One exercise, its limits, what its checks compare with, and its seed.

    `on_trust` says whether trainings count that only the sandbox knows of.
    """

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int
    on_trust: OnTrust = "count"

    @property
    def slug(self) -> str:
        return self.exercise.slug


@dataclass(frozen=True, slots=True)
class Plan:
    """The exercises to grade, and the sandbox, images and store; the same for a whole class.

    `handout` knows work that is for another assignment, which is not graded.

    `digest` covers the course file, the code and data that decide a grade, and the sandbox: a grade
    made under the same digest from the same submission need not be made again.
    """

    assignment: str
    exercises: tuple[PreparedExercise, ...]
    setup: Setup
    digest: str
    handout: Handout = field(default_factory=Handout)

    @property
    def points(self) -> float:
        return sum(one.exercise.points for one in self.exercises)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(one.slug for one in self.exercises)

    def key_of(self, submission: Submission | Refusal) -> str:
        """Stands for everything that a submission's grade depends on."""
        digest = submission.digest if isinstance(submission, Submission) else submission.reason
        return hashlib.sha256(f"{self.digest} {digest}".encode()).hexdigest()


def make_plan(course: Course, assignment: str, slugs: Sequence[str], setup: Setup) -> Plan:
    """Everything about the grading of `slugs` that does not depend on a submission."""
    exercises = tuple(prepare_exercise(course, assignment, slug) for slug in slugs)
    fixed = (assignment, slugs, setup.sandbox.name, str(setup.keras_home), setup.audit)
    digest = hashlib.sha256(repr(fixed).encode())
    sums = PACKAGE / "data" / "SHA256SUMS"
    code = (path for name in DECIDES_GRADES for path in sorted((PACKAGE / name).rglob("*.py")))
    for path in [course.root / "course.toml", sums, *code]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    handout = handout_of(course, assignment)
    digest.update(repr(handout.edition).encode())
    return Plan(assignment, exercises, setup, digest.hexdigest(), handout)


def prepare_exercise(
    course: Course, assignment: str, slug: str, seed: int | None = None
) -> PreparedExercise:
    """One exercise made ready; its seed comes from the course's unless one is given."""
    exercise = find_exercise(assignment, slug)
    if seed is None:
        seed = (course.table.seed + zlib.crc32(slug.encode())) % 2**31
    truth = prepare(exercise, seed, _images(keras_home(course.table.data.images)))
    limits, on_trust = course.limits(assignment, slug), course.table.training.on_trust
    return PreparedExercise(exercise, limits, truth, seed, on_trust)


def prepare_public_exercise(course: Course, assignment: str, slug: str) -> PreparedExercise:
    """One exercise as students may try it themselves: with images that they have."""
    exercise = find_exercise(assignment, slug)
    truth = public_truth(exercise, _images(keras_home(course.table.data.images)))
    limits, on_trust = course.limits(assignment, slug), course.table.training.on_trust
    return PreparedExercise(exercise, limits, truth, public_seed(slug), on_trust)


def make_setup(course: Course, sandbox: Sandbox, audit: float = 0.0) -> Setup:
    """What all runners of one command share, as the course wants it."""
    training = course.table.training
    store = (
        TrainingStore(course.store_path, training.store_mb) if training.by == "trainer" else None
    )
    return Setup(sandbox, keras_home(course.table.data.images), store, audit)


@cache
def _images(home: Path) -> Images:
    """The course's public images, read once for all exercises."""
    return load(home)
