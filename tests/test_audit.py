"""What the store remembers is what training again gives, bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.records import Cell, ExerciseGrade, Submission
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import StoredFit, TrainingStore
from tests.conftest import MEGABYTES
from tests.own_course import POINTS, PUBLIC

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__).parent.parent)
ASSIGNMENT, TABLE = COURSE.assignment("fashion_mnist")


class AskedStore(TrainingStore):
    """Knows the keys of all that it was asked for."""

    def __init__(self, folder: Path, most_mb: int) -> None:
        super().__init__(folder, most_mb)
        self.asked = set[str]()

    def find(self, key: str) -> StoredFit | None:
        self.asked.add(key)
        return super().find(key)


def graded(runner: Runner) -> tuple[ExerciseGrade, ...]:
    """The grades of the reference solutions, in one notebook."""
    paths = [COURSE.solution_path(ASSIGNMENT, slug) for slug in TABLE.exercises]
    cells = tuple(
        Cell(place, f"cell {place}", path.read_text("utf-8")) for place, path in enumerate(paths, 1)
    )
    exercises = [prepare_exercise(COURSE, ASSIGNMENT, slug) for slug in TABLE.exercises]
    return grade_exercises(Submission("ada", Path("ada.ipynb"), "", cells), exercises, runner)


def test_an_audit_of_everything_finds_no_difference(
    shared_runner: Runner, store_path: Path
) -> None:
    """Each training of the references, done again by another trainer, is equal bit for bit.

    Some are asked for twice, as by a second call of `train_thirty_epochs`: those are audited once.
    """
    first = graded(shared_runner)
    assert sum(one.earned for one in first) == sum(one.points for one in first) == POINTS
    store = AskedStore(store_path, MEGABYTES)
    auditor = Runner(Setup(choose_sandbox(allow_unsandboxed=False), (PUBLIC,), store, audit=1.0))
    try:
        again = graded(auditor)
    finally:
        auditor.close()
    audited = store.statistics()
    store.close()
    assert (audited.misses, audited.differences) == (0, 0)
    assert audited.audited == len(store.asked) > 10
    assert [one.checks for one in again] == [one.checks for one in first]
