"""What the store remembers is what training again gives, bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_submission, make_plan
from autograder.records import Cell, Submission, SubmissionGrade
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import PUBLIC
from tests.conftest import MEGABYTES
from tests.own_course import POINTS

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__).parent.parent)
ASSIGNMENT, TABLE = COURSE.assignment(None)


def graded(runner: Runner, setup: Setup) -> SubmissionGrade:
    """The grade of the reference solutions, in one notebook."""
    plan = make_plan(COURSE, ASSIGNMENT, TABLE.exercises, setup)
    paths = [COURSE.solution_path(ASSIGNMENT, slug) for slug in TABLE.exercises]
    cells = tuple(
        Cell(place, f"cell {place}", path.read_text("utf-8")) for place, path in enumerate(paths, 1)
    )
    return grade_submission(Submission("ada", Path("ada.ipynb"), "", cells), plan, runner)


def test_an_audit_of_everything_finds_no_difference(
    shared_runner: Runner, store_path: Path
) -> None:
    """Each training of the references, done again by another trainer, is equal bit for bit."""
    store = TrainingStore(store_path, MEGABYTES)
    setup = Setup(choose_sandbox(allow_unsandboxed=False), PUBLIC, store, audit=1.0)
    first = graded(shared_runner, setup)
    assert first.score == first.max_score == 100
    auditor = Runner(setup)
    try:
        again = graded(auditor, setup)
    finally:
        auditor.close()
    audited = store.statistics()
    assert (audited.misses, audited.hits, audited.differences) == (0, 0, 0)
    assert audited.audited > 10
    assert [one.checks for one in again.exercises] == [one.checks for one in first.exercises]
