"""What one gradebook takes over from another is what it would hold had it been graded there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.grading.grade_class import grade_within_limits_into
from autograder.grading.gradebook import Gradebook
from autograder.grading.history import history
from autograder.grading.keys import Keys
from autograder.grading.merging import Taken, take_over
from autograder.grading.plan import Plan
from autograder.grading.proposals import open_number, open_proposal, proposals
from autograder.records import Adjustment, Status
from autograder.sandbox.launch import Sandbox
from autograder.submissions.intake import Source
from autograder.supervision.runner import Setup
from autograder.wire.tier import NONE
from tests import tiny

NAME = "small"
RIGHT = "def double(number):\n    return 2 * number\n"
WRONG = "def double(number):\n    return number + 2\n"


def plan(judge: str = "judge", points: float = 3) -> Plan:
    """The small exercise, whose second check is worth so much."""
    checks = [
        replace(one, points=points) if one.points == 3 else one for one in tiny.exercise.checks
    ]
    task = tiny.task(replace(tiny.exercise, checks=checks))
    task = replace(task, keys=Keys("run", judge, "render", {"code": "1"}))
    return Plan(NAME, (task,), Setup(Sandbox(NONE)), "digest")


class Books:
    """A class's gradebook and that of a shard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runner = tiny.InProcess()
        self.whole = Gradebook(folder / "whole.sqlite")
        self.part = Gradebook(folder / "part.sqlite")

    def grade(self, book: Gradebook, student: str, answer: str, by: Plan | None = None) -> None:
        path = self.folder / f"{student}.py"
        path.write_text(answer, "utf-8")
        source = Source(student, path, (path,), self.folder / "workspace")
        number = open_proposal(book, NAME, "edited", "me")
        grade_within_limits_into(source, by or plan(), self.runner, book, lambda: number)
        open_number(book, NAME)

    def merge(self, students: Sequence[str] | None = None) -> Taken:
        return self.over(self.whole, self.part, students)

    def over(
        self, book: Gradebook, other: Gradebook, students: Sequence[str] | None = None
    ) -> Taken:
        propose = lambda: open_proposal(book, NAME, "merged", "me")  # noqa: E731
        return take_over(book, other, propose, students, assignment=NAME)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    made = Books(tmp_path)
    yield made
    made.whole.close()
    made.part.close()


def scores(book: Gradebook) -> dict[str, tuple[Status, float]]:
    terms = plan().all_terms
    return {one.student: (one.status, one.raw_score) for one in book.current(None, NAME, terms)}


def contents(book: Gradebook) -> dict[str, list[Any]]:
    """All rows but those that say when something was published."""
    tables = {
        "hand_ins": "student, digest, key, recorded_at, header, work",
        "readings": "*",
        "evidence": "*",
        "descriptions": "*",
        "described": "*",
        "judgings": "slug, run, judge, proposal, earned, points, record",
        "runs": "*",
    }
    with book.reading() as connection:
        found = {
            name: connection.execute(
                f"SELECT {columns} FROM {name} ORDER BY 1, 2"  # noqa: S608 - our own words
            ).fetchall()
            for name, columns in tables.items()
        }
    # A number that was read is written with a point.
    found["judgings"] = [(*row, json.loads(record)) for *row, record in found["judgings"]]
    return found


def test_all_of_an_empty_gradebook_is_what_was_taken_over(books: Books) -> None:
    """Work, verdicts, evidence and refusals; taken over again, nothing is doubled."""
    for student, answer in {"ada": RIGHT, "bea": WRONG, "cem": "\0"}.items():
        books.grade(books.part, student, answer)
    assert books.merge() == Taken(new=3)
    assert contents(books.whole) == contents(books.part)
    assert scores(books.whole)["cem"][0] is Status.REFUSED
    assert books.merge() == Taken(known=3)
    assert contents(books.whole) == contents(books.part)


def test_a_verdict_that_would_change_is_proposed(books: Books) -> None:
    """What counts stays until somebody publishes it."""
    books.grade(books.whole, "ada", WRONG)
    books.grade(books.part, "ada", WRONG, plan("stricter", points=5))
    before = scores(books.whole)
    assert books.merge() == Taken(known=1)
    assert scores(books.whole) == before
    (proposal,) = proposals(books.whole, NAME)
    assert (proposal.state, proposal.pending) == ("open", {})


def test_a_later_hand_in_takes_the_place_of_an_earlier_one(books: Books) -> None:
    """And an earlier one that comes later takes the place of none."""
    books.grade(books.whole, "ada", WRONG)
    books.grade(books.part, "ada", RIGHT)
    assert books.merge() == Taken(new=1)
    assert scores(books.whole) == {"ada": (Status.GRADED, 6)}
    assert books.over(books.part, books.whole) == Taken(known=1, older=1)
    assert scores(books.part) == {"ada": (Status.GRADED, 6)}


def test_there_and_back_changes_nothing(books: Books) -> None:
    """A shard that begins with what the class has grades nothing again, and adds nothing to it."""
    for student in ("ada", "bea"):
        books.grade(books.whole, student, RIGHT)
    books.whole.adjust(NAME, Adjustment("ada", 1, "for style", "me"))
    before, runs = contents(books.whole), len(books.runner.jobs)
    assert books.over(books.part, books.whole, ["ada"]) == Taken(new=1)
    books.grade(books.part, "ada", RIGHT)
    assert len(books.runner.jobs) == runs
    assert set(scores(books.part)) == {"ada"}
    books.merge()
    assert contents(books.whole) == before
    assert [one.kind for one in history(books.whole, "ada", NAME)] == [
        "handed in",
        "graded",
        "adjusted",
    ]
