"""What is decided before any student's code is read: the exercises, and what they are run with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np

from autograder import PACKAGE
from autograder.course import Course
from autograder.grading.secret import Secret, fixed_secret
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
    """One exercise, its limits, and what its checks compare with.

    `seed` is what random generators beside student code start from, `trainer_seed` the trainer's.
    `on_trust` says whether trainings count that only the sandbox knows of. `truth_for` makes the
    truth for a submission by its digest, where it is not the same for all.
    """

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int
    on_trust: OnTrust = "count"
    trainer_seed: int = 0
    truth_for: Callable[[str], Truth] | None = None

    @property
    def slug(self) -> str:
        return self.exercise.slug

    def for_submission(self, digest: str) -> PreparedExercise:
        """The same with the values that a submission of this digest is given."""
        return self if self.truth_for is None else replace(self, truth=self.truth_for(digest))


@dataclass(frozen=True, slots=True)
class GivenSets:
    """The truth for each submission, by its digest, with the values of one of a few dozen sets."""

    exercise: Exercise
    first: Truth
    secret: Secret
    # What checks make of a truth is kept beside it, so that there is one for each set.
    _made: dict[int, Truth] = field(default_factory=dict, compare=False)

    def __call__(self, digest: str) -> Truth:
        slug = self.exercise.slug
        number = self.secret.set_of(slug, digest)
        if number == 0:
            return self.first
        if number not in self._made:
            generator = np.random.default_rng(self.secret.given_seed(slug, number))
            self._made[number] = replace(self.first, given=self.exercise.give(generator))
        return self._made[number]


@dataclass(frozen=True, slots=True)
class Plan:
    """The exercises to grade, and the sandbox, images and store; the same for a whole class.

    `handout` knows work that is for another assignment, which is not graded.

    `digest` covers the course file, the code and data that decide a grade, the secret, and the
    sandbox: a grade made under the same digest from the same submission need not be made again.
    `secret` names the secret.
    """

    assignment: str
    exercises: tuple[PreparedExercise, ...]
    setup: Setup
    digest: str
    handout: Handout = field(default_factory=Handout)
    secret: str = ""

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


def make_plan(
    course: Course, assignment: str, slugs: Sequence[str], setup: Setup, secret: Secret
) -> Plan:
    """Everything about the grading of `slugs` that does not depend on a submission."""
    exercises = tuple(prepare_exercise(course, assignment, slug, secret) for slug in slugs)
    fixed = (assignment, slugs, setup.sandbox.name, str(setup.keras_home), setup.audit, secret.name)
    digest = hashlib.sha256(repr(fixed).encode())
    sums = PACKAGE / "data" / "SHA256SUMS"
    code = (path for name in DECIDES_GRADES for path in sorted((PACKAGE / name).rglob("*.py")))
    for path in [course.root / "course.toml", sums, *code]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    handout = handout_of(course, assignment)
    digest.update(repr(handout.edition).encode())
    return Plan(assignment, exercises, setup, digest.hexdigest(), handout, secret.name)


def prepare_exercise(
    course: Course, assignment: str, slug: str, secret: Secret | None = None
) -> PreparedExercise:
    """One exercise made ready; without a secret, for proofs with what the course's seed makes."""
    exercise = find_exercise(assignment, slug)
    secret = secret or fixed_secret(course.table.seed)
    first = prepare(
        exercise,
        _images(keras_home(course.table.data.images)),
        given_seed=secret.given_seed(slug, 0),
        hidden_seed=secret.hidden_seed(slug),
    )

    return PreparedExercise(
        exercise,
        course.limits(assignment, slug),
        first,
        secret.child_seed(slug),
        course.table.training.on_trust,
        secret.trainer_seed,
        GivenSets(exercise, first, secret),
    )


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
