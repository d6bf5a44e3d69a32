"""What is decided before any student's code is read: the exercises, and what they are run with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from autograder.course import Course
from autograder.grading.keys import Keys, code_digest, digest_of, keys_of
from autograder.grading.secret import Secret, fixed_secret
from autograder.grading.terms import Terms, terms_of
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.handout import Handout, handout_of
from autograder.judging.judge import prepare
from autograder.judging.public_truth import public_images, public_seed, public_truth
from autograder.records import OnTrust, Refusal, Submission, Truth
from autograder.sandbox.launch import Sandbox
from autograder.supervision.runner import Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import data_set, images_at
from autograder.wire.protocol import Limits

# What decides that a submission is refused, or is for another assignment.
DECIDES_REFUSALS = ("submissions", "judging/handout.py")
NO_KEYS = Keys("", "", "")


@dataclass(frozen=True, slots=True)
class PreparedExercise:
    """One exercise, its limits, and what its checks compare with.

    `seed` is what random generators beside student code start from, `trainer_seed` the trainer's.
    `on_trust` says whether trainings count that only the sandbox knows of. `truth_for` makes the
    truth for a submission by its digest, where it is not the same for all; `keys` are what evidence
    and verdicts depend on.
    """

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int
    on_trust: OnTrust = "count"
    trainer_seed: int = 0
    truth_for: Callable[[str], Truth] | None = None
    keys: Keys = NO_KEYS

    @property
    def slug(self) -> str:
        return self.exercise.slug

    @property
    def data(self) -> str:
        """What Keras calls the data set whose images probes are given."""
        return "" if self.truth.public is None else str(self.truth.public.place)

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

    `terms` have all exercises of the assignment, of which `exercises` may be a few. `digest` covers
    what decides refusals: one made under the same digest need not be made again.
    `secret` names the secret.
    """

    assignment: str
    exercises: tuple[PreparedExercise, ...]
    setup: Setup
    digest: str
    handout: Handout = field(default_factory=Handout)
    secret: str = ""
    terms: Terms = field(default_factory=lambda: Terms({}))

    @property
    def all_terms(self) -> Terms:
        """The terms of the whole assignment; without any, its exercises are all there are."""
        own = {one.slug: one.exercise.points for one in self.exercises}
        return self.terms if self.terms.points else replace(self.terms, points=own)

    @property
    def points(self) -> float:
        """What the whole assignment is worth."""
        return sum(self.all_terms.points.values())

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(one.slug for one in self.exercises)

    @property
    def all_slugs(self) -> tuple[str, ...]:
        """Those of the whole assignment, by which a submission is read."""
        return tuple(self.all_terms.points)

    @property
    def keys(self) -> dict[str, Keys]:
        """The keys of the exercises, by slug."""
        return {one.slug: one.keys for one in self.exercises}

    def key_of(self, submission: Submission | Refusal) -> str:
        """Stands for everything that a refusal depends on."""
        read = submission.digest if isinstance(submission, Submission) else submission.reason
        return digest_of(self.digest, read)


def make_plan(
    course: Course,
    assignment: str,
    slugs: Sequence[str],
    setup: Setup,
    secret: Secret,
    handout: Handout | None = None,
) -> Plan:
    """Everything about the grading of `slugs` that does not depend on a submission.

    Where the course's own files are not, its `handout` is given.
    """
    environment = {
        "sandbox": setup.sandbox.name,
        "images": course.table.data.images,
        "trained_by": course.table.training.by,
    }
    handout = handout_of(course, assignment) if handout is None else handout
    return Plan(
        assignment,
        tuple(
            with_keys(prepare_exercise(course, assignment, slug, secret), environment)
            for slug in slugs
        ),
        setup,
        digest_of(assignment, handout.edition, code_digest(DECIDES_REFUSALS)),
        handout,
        secret.name,
        terms_of(course, assignment),
    )


def with_keys(one: PreparedExercise, environment: Mapping[str, Any]) -> PreparedExercise:
    """An exercise with its keys, to be run in an environment."""
    keys = keys_of(
        *(one.exercise, one.limits, one.truth, one.seed, one.on_trust),
        trainer_seed=one.trainer_seed,
        environment=environment,
    )
    return replace(one, keys=keys)


def prepare_exercise(
    course: Course, assignment: str, slug: str, secret: Secret | None = None
) -> PreparedExercise:
    """One exercise made ready; without a secret, for proofs with what the course's seed makes."""
    exercise = find_exercise(assignment, slug)
    secret = secret or fixed_secret(course.table.seed)
    first = prepare(
        exercise,
        public_images(course, assignment),
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
    truth = public_truth(exercise, public_images(course, assignment))
    limits, on_trust = course.limits(assignment, slug), course.table.training.on_trust
    return PreparedExercise(exercise, limits, truth, public_seed(slug), on_trust)


def make_setup(course: Course, sandbox: Sandbox, audit: float = 0.0) -> Setup:
    """What all runners of one command share, as the course wants it."""
    training = course.table.training
    store = (
        TrainingStore(course.store_path, training.store_mb) if training.by == "trainer" else None
    )
    wanted = dict.fromkeys(one.data for one in course.table.assignments.values() if one.data)
    images = [images_at(data_set(name), course.table.data.images) for name in wanted]
    return Setup(sandbox, tuple(images), store, audit)
