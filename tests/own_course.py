"""The course in this repository, as its definitions have it: whatever exercises there are."""

from __future__ import annotations

from pathlib import Path

from autograder.course import find_course
from autograder.grading.secret import FILE, fixed_secret
from autograder.judging.exercise import Basis, find_exercise
from autograder.wire.dataset import course_images, data_set

COURSE = find_course(Path(__file__))
NAME, TABLE = COURSE.assignment("fashion_mnist")
SLUGS = TABLE.exercises
EXERCISES = [find_exercise(NAME, slug) for slug in SLUGS]
CHECKS = [(exercise, check) for exercise in EXERCISES for check in exercise.checks]
# The images of its data set: where they are, and what they are.
PUBLIC = data_set(TABLE.data).public
# Those of every assignment.
ALL_PUBLIC = tuple(
    data_set(name).public
    for name in dict.fromkeys(one.data for one in COURSE.table.assignments.values())
    if name
)
IMAGES = course_images(TABLE.data)
POINTS = sum(exercise.points for exercise in EXERCISES)


def with_fixed_secret(out: Path) -> Path:
    """A folder for grades that come out the same whenever they are made there."""
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE).write_text(fixed_secret(COURSE.table.seed).key.hex(), "utf-8")
    return out


def resting_on(*bases: Basis) -> set[tuple[str, str]]:
    """The checks, by exercise and name, whose points rest on one of these."""
    return {(exercise.slug, check.name) for exercise, check in CHECKS if check.basis in bases}
