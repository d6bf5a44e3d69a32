"""The way of a submission: read, observed, decided, recorded; read again where that may differ."""

from __future__ import annotations

from pathlib import Path

from autograder.grading.grade import grade_exercises
from autograder.records import Cell, Submission
from autograder.submissions.readings import ways_to_read
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
