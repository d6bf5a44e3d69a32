"""Makes a truth that students may know: the images they have, and numbers of its own.

What a student can try at home must not tell what the grader will ask: its own seed decides what
probes are given, and the test images that everybody has stand in for those kept back. Whoever
passes these checks with room to spare passes the grader's; `unseen` checks say that more is asked.
"""

from __future__ import annotations

import zlib

import numpy as np

from autograder.course import Course
from autograder.judging.exercise import Exercise
from autograder.judging.judge import NO_IMAGES
from autograder.records import Truth
from autograder.wire.dataset import Images, course_images


def public_seed(slug: str) -> int:
    """The seed of an exercise for everybody; no course's grader uses it."""
    return zlib.crc32(f"public {slug}".encode()) % 2**31


def public_images(course: Course, assignment: str) -> Images | None:
    """The images of an assignment that students have, if it has a data set."""
    data = course.table.assignments[assignment].data
    return course_images(data, course.table.data.images) if data else None


def public_truth(exercise: Exercise, images: Images | None) -> Truth:
    """What the checks of `exercise` compare with when students run them."""
    given = exercise.give(np.random.default_rng(public_seed(exercise.slug)))
    if images is None:
        return Truth(NO_IMAGES, NO_IMAGES, given, None)
    return Truth(images.test_images, images.test_labels, given, images)
