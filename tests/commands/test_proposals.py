"""The commands on proposals, on a course with two exercises and a gradebook that is made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from autograder.commands.proposals import (
    assignment_of,
    discard_proposal,
    publish_proposal,
    rejudge_class,
    show_difference,
)
from autograder.course import Course
from autograder.grading.entries import Judged, JudgedAgain
from autograder.grading.gradebook import Gradebook
from autograder.grading.proposals import open_proposal, proposal_of, publish
from autograder.grading.secret import secret_in
from autograder.records import Verdict
from autograder.sandbox.launch import Sandbox
from autograder.supervision import pool
from autograder.supervision.runner import Setup
from autograder.wire.errors import UsageError
from autograder.wire.tier import NONE
from tests import tiny
from tests.grades import check, exercise, grade

FIRST, SECOND = tiny.SLUGS


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.setattr(pool, "Runner", lambda _setup: tiny.InProcess())
    return tiny.course(tmp_path / "course")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """Ada and Bea were graded in the first exercise, and nothing of their work is kept."""
    secret_in(tmp_path / "grades")
    with Gradebook(tmp_path / "grades" / "gradebook.sqlite") as made:
        for name in ("Ada", "Bea"):
            made.record(grade(exercise(slug=FIRST), student=name), "key", tiny.NAME)
        yield made


def propose(book: Gradebook, *students: str) -> None:
    """A proposal by which these lose all points of the first exercise."""
    number = open_proposal(book, tiny.NAME, "stricter", "me")
    lower = exercise(check(Verdict.FAILED), slug=FIRST)
    for one in book.hand_ins(tiny.NAME):
        if one.student in students:
            judged = Judged(proposed=[(lower, "", "")])
            book.judge_again(JudgedAgain(one.number, judged), number, NONE)


def test_what_keeps_its_verdicts_and_what_is_missing_is_said(
    course: Course, book: Gradebook, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is proposed; an exercise that was added is named, with the command for it."""
    out = book.path.parent
    setup = Setup(Sandbox(NONE), ())
    options = {"assignment": None, "slugs": (), "reason": "why", "run": False, "jobs": 1}
    assert rejudge_class(course, out, setup, **options)  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert "2 exercises keep their verdicts (the work is not kept" in said
    assert f"2 students have no grade in {SECOND}" in said
    assert f"`autograder grade --out {out}`" in said
    assert "Nothing to judge again" not in said


@pytest.mark.parametrize(
    ("students", "never_lower", "words"),
    [
        (["Ada"], False, "Published: 1 exercise of 1 student.\n"),
        (["Ada", "Bea"], False, "Published: 2 exercises of 2 students.\n"),
        (["Ada"], True, "Published: 0 exercises of 0 students; 1 exercise would have lost points."),
    ],
)
def test_what_was_published_is_counted(
    students: list[str],
    never_lower: bool,
    words: str,
    course: Course,
    book: Gradebook,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One is one, and who keeps their verdicts is not among those whose verdicts changed."""
    propose(book, *students)
    out = book.path.parent
    publish_proposal(course, out, assignment=None, number=None, never_lower=never_lower)
    assert words in capsys.readouterr().out
    assert (out / "grades.csv").exists()
    with pytest.raises(UsageError, match="no open proposal"):
        discard_proposal(course, out, assignment=None, number=None)


@pytest.mark.parametrize("number", [None, 1])
def test_pages_are_written_though_publishing_was_stopped(
    number: int | None, course: Course, book: Gradebook, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same command once more writes what the first one had no time to, and says so."""
    propose(book, "Ada")
    out = book.path.parent
    publish(book, proposal_of(book, tiny.NAME, 1), "me", never_lower=False)
    assert not (out / "students").exists()
    for words in ("The pages were not of today's grades, and are now.\n", ""):
        with pytest.raises(UsageError, match="published"):
            publish_proposal(course, out, assignment=None, number=number, never_lower=False)
        assert capsys.readouterr().out == words
        assert (out / "students" / "Ada.html").exists()


def test_the_page_of_a_published_proposal_says_what_it_did(course: Course, book: Gradebook) -> None:
    """It is the same page after publishing as before, but for the word that it is published."""
    propose(book, "Ada")
    out = book.path.parent
    before = show_difference(course, out, assignment=None, number=None)
    publish_proposal(course, out, assignment=None, number=None, never_lower=False)
    after = show_difference(course, out, assignment=None, number=1)
    assert after.rates == before.rates == {(FIRST, check().name): (1.0, 0.5)}
    assert [one.points for one in after.students] == [-5]


def test_a_proposal_is_found_without_the_name_of_its_assignment(
    course: Course, book: Gradebook
) -> None:
    """Its number is enough, or that no other is open; else the assignments are named."""
    propose(book, "Ada")
    out, table = book.path.parent, course.table
    both = {"another": table.assignments[tiny.NAME], **table.assignments}
    several = msgspec.structs.replace(
        course, table=msgspec.structs.replace(table, assignments=both)
    )
    assert assignment_of(several, out, None, None) == tiny.NAME
    assert assignment_of(several, out, None, 1) == tiny.NAME
    assert assignment_of(several, out, "another", 1) == "another"
    with pytest.raises(UsageError, match=r"another, .*add --assignment NAME"):
        assignment_of(several, out, None, 2)
    open_proposal(book, "another", "softer", "me")
    with pytest.raises(UsageError, match="add --assignment NAME"):
        assignment_of(several, out, None, None)
