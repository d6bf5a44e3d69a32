"""What the store remembers is what training again gives, to the bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import make_plan
from autograder.records import Cell, ExerciseGrade, Submission
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import PUBLIC
from tests.own_course import POINTS

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__).parent.parent)
ASSIGNMENT, TABLE = COURSE.assignment(None)


def graded(setup: Setup) -> tuple[ExerciseGrade, ...]:
    """The reference solutions, in one notebook, by a worker and a trainer of their own."""
    plan = make_plan(COURSE, ASSIGNMENT, TABLE.exercises, setup)
    paths = [COURSE.solution_path(ASSIGNMENT, slug) for slug in TABLE.exercises]
    cells = tuple(
        Cell(place, f"cell {place}", path.read_text("utf-8")) for place, path in enumerate(paths, 1)
    )
    runner = Runner(setup)
    try:
        submission = Submission("ada", Path("ada.ipynb"), "", cells)
        return grade_exercises(submission, plan.exercises, runner)
    finally:
        runner.close()


def test_an_audit_of_everything_finds_no_difference(tmp_path: Path) -> None:
    """Each training of the references, done again by another trainer, is equal to the bit."""
    store = TrainingStore(tmp_path, 200)
    setup = Setup(choose_sandbox(allow_unsandboxed=False), PUBLIC, store)
    first = graded(setup)
    assert sum(one.earned for one in first) == sum(one.points for one in first) == POINTS
    done = store.statistics()
    assert done.misses > 10
    again = graded(replace(setup, audit=1.0))
    audited = store.statistics()
    assert (audited.audited, audited.differences) == (done.misses, 0)
    assert [one.checks for one in again] == [one.checks for one in first]
