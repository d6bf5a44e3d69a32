"""The way of a submission: read, observed, decided, recorded; read again where that may differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from autograder.grading.grade import grade_exercises
from autograder.records import Cell, Observation, Outcome, Submission
from autograder.submissions.readings import ways_to_read
from autograder.wire.messages import message
from autograder.wire.protocol import Job
from tests import tiny

RIGHT = "def double(number):\n    return 2 * number"
WRONG = "def double(number):\n    return 3 * number"
CHECK = 'grader.check("double")'


def graded(*sources: str) -> tuple[float, int, list[str]]:
    """The points earned, how many times something ran, and the notes."""
    runner = tiny.InProcess()
    (grade,) = grade_exercises(submission(*sources), [tiny.task()], runner)
    return grade.earned, len(runner.jobs), [note.message.name for note in grade.notes]


def submission(*sources: str) -> Submission:
    cells = tuple(Cell(number, f"cell {number}", text) for number, text in enumerate(sources, 1))
    return Submission("ada", Path("ada.ipynb"), "", cells)


def test_one_reading_runs_once() -> None:
    """Where nothing is given a new meaning below its check, an exercise runs once."""
    for sources in ((RIGHT,), (RIGHT, CHECK), (WRONG, CHECK, "other = 1")):
        assert graded(*sources)[1] == 1


def test_an_import_once_more_is_no_other_reading() -> None:
    """Cells below that import the same again change nothing; another meaning of a name does."""
    import_it, wrong = "import math", "import math\n\n\ndef double(n):\n    return math.pi * n"
    assert graded(wrong, CHECK, import_it)[1] == 1
    assert graded(wrong, CHECK, "math = None", import_it)[1] == 2
    assert graded(wrong, CHECK, "import cmath as math")[1] == 2


def test_a_right_answer_at_its_check_counts() -> None:
    """What stood at the check is tried first, and if all is right nothing else is."""
    assert graded(RIGHT, CHECK, WRONG) == (6, 1, [])


def test_a_right_answer_at_the_end_counts() -> None:
    """Where only the notebook's end is right that counts, and the student is told."""
    earned, runs, notes = graded(WRONG, CHECK, RIGHT)
    assert (earned, runs) == (6, 2)
    assert notes == ["cell.defined_again"]


def test_of_two_wrong_answers_the_better_counts() -> None:
    """Nobody loses a point by the order of readings."""
    worse = "def double(number):\n    raise ValueError"
    assert graded(WRONG, CHECK, worse)[0] == graded(worse, CHECK, WRONG)[0] == graded(WRONG)[0] > 0


def test_a_stub_is_no_reading() -> None:
    """What is written below an untouched stub and its check is simply the answer."""
    assert graded(tiny.STUB, CHECK, RIGHT) == (6, 1, [])
    work = submission(tiny.STUB, CHECK, RIGHT)
    assert len(list(ways_to_read(work, ("double",), "double"))) == 1


# ---- other readings -----------------------------------------------------------------------------

SETUP = ["FACTORS = []", "def add(n):\n    FACTORS.append(n)", "add(2)"]
NEEDS_SETUP = "def double(number):\n    return FACTORS[0] * number"
RUN = ["FACTORS = []\nkept = {'in': [FACTORS]}", "kept['in'][0].append(2)"]


def test_work_that_needs_its_setup_gets_full_marks() -> None:
    """The narrow reading is tried first; what no name shows is tried where that fails."""
    assert graded(*SETUP, NEEDS_SETUP) == (6, 2, [])
    assert graded(*RUN, NEEDS_SETUP)[0] == 6


def test_of_equal_readings_the_first_is_told() -> None:
    """Where the wider readings gain nothing, what is said is about the code that was needed."""
    wrong = NEEDS_SETUP.replace("* number", "* missing")
    runner = tiny.InProcess()
    (grade,) = grade_exercises(submission(*SETUP, wrong), [tiny.task()], runner)
    assert (grade.earned, len(runner.jobs)) == (0, 2)
    assert "exception.index" in str(grade.checks[0].message)


class Slow(tiny.InProcess):
    """A runner that says that each exercise took so long."""

    def __init__(self, seconds: float, cpu_seconds: float) -> None:
        super().__init__()
        self._seconds, self._cpu_seconds = seconds, cpu_seconds

    def observe(self, jobs: Sequence[Job], *unseen: Any) -> list[Observation]:
        return [
            replace(seen, seconds=self._seconds, cpu_seconds=self._cpu_seconds)
            for seen in super().observe(jobs, *unseen)
        ]


@pytest.mark.parametrize(("seconds", "cpu_seconds"), [(25, 0), (0, 12)])
def test_all_readings_of_an_exercise_share_its_limits(seconds: float, cpu_seconds: float) -> None:
    """What one reading used is no longer there for the next, of which there is none without any."""
    limits = structs.replace(tiny.LIMITS, wall_seconds=60, cpu_seconds=30)
    runner = Slow(seconds, cpu_seconds)
    wrong = NEEDS_SETUP.replace("number):", "number):\n    number += 1")
    work = submission(*SETUP, wrong, CHECK, wrong + " + 1", "other = [FACTORS]\nadd(3)")
    assert len(list(ways_to_read(work, ("double",), "double"))) > 3
    grade_exercises(work, [replace(tiny.task(), limits=limits)], runner)
    left = [(job.limits.wall_seconds, job.limits.cpu_seconds) for job in runner.jobs]
    assert left == [(60 - n * seconds, 30 - n * cpu_seconds) for n in range(3)]


class Broken(tiny.InProcess):
    """A runner that fails."""

    def observe(self, jobs: Sequence[Job], *unseen: Any) -> list[Observation]:
        fault = Observation(Outcome.SANDBOX_FAULT, reason=message("ended.killed"))
        return [fault for _seen in super().observe(jobs, *unseen)]


def test_a_fault_of_ours_is_not_tried_again() -> None:
    """Where the grader fails, no other reading hides it."""
    runner = Broken()
    (grade,) = grade_exercises(submission(*SETUP, NEEDS_SETUP), [tiny.task()], runner)
    assert (grade.outcome, len(runner.jobs)) == (Outcome.SANDBOX_FAULT, 1)
