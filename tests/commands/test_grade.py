"""What `autograder grade` says of those who could not be graded."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from autograder.commands.grade import Grading, grade_paths, how_long, not_graded
from autograder.commands.progress import Events
from autograder.course import read_course
from autograder.grading.entries import Judged, JudgedAgain, Observed
from autograder.grading.grade_class import grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.proposals import open_proposal
from autograder.records import CHECK_DEFECT, Observation, Outcome
from autograder.sandbox.launch import Sandbox
from autograder.supervision import pool
from autograder.supervision.runner import Setup
from autograder.wire.messages import Message
from autograder.wire.tier import NONE
from tests import tiny
from tests.grades import exercise, grade, refused, regrade


def test_a_defect_of_ours_is_told_once() -> None:
    """Faults fail the command until they are gone; a check that fails itself, the first time."""
    defect = replace(regrade("Dora"), reason=Message(CHECK_DEFECT, {"exercises": ["a"]}))
    grades = [grade(student="Ada"), refused("Rik"), regrade("Rita"), defect]
    assert not_graded(grades, {}) == (["Rita"], ["Dora"])
    assert not_graded(grades, {"Dora": defect.reason}) == (["Rita"], [])
    other = replace(defect, reason=Message(CHECK_DEFECT, {"exercises": ["b"]}))
    assert not_graded([other], {"Dora": defect.reason}) == ([], ["Dora"])


@pytest.fixture
def grading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course's folder, with two files that are no notebooks in `class`."""
    monkeypatch.setattr(pool, "Runner", lambda _setup: tiny.InProcess())
    tiny.course(tmp_path)
    (tmp_path / "class").mkdir()
    for name in ("ada", "bea"):
        (tmp_path / "class" / f"{name}.ipynb").write_text("{")
    return tmp_path


def graded(folder: Path, *paths: str) -> list[str]:
    """Grades these; the lines of the class's table."""
    setup = Setup(Sandbox(NONE))
    course, out = read_course(folder), folder / "grades"
    files = [folder / "class" / path for path in paths]
    assert grade_paths(course, files, out, setup, jobs=1, assignment=None, only=())
    return (out / "grades.csv").read_text().splitlines()[1:]


def test_one_late_file_leaves_the_whole_class_in_the_reports(
    grading: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed is what was graded; the table is the class's."""
    assert len(graded(grading, "")) == 2
    capsys.readouterr()
    assert len(graded(grading, "ada.ipynb")) == 2
    assert "bea" not in capsys.readouterr().out


def test_an_open_proposal_is_mentioned(grading: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where nothing was to be graded, with the folder in the commands that it names."""
    graded(grading, "")
    with Gradebook(grading / "grades" / "gradebook.sqlite") as book:
        (one, *_) = book.hand_ins()
        number = open_proposal(book, tiny.NAME, "stricter", "me")
        judged = Judged(proposed=[(exercise(), "", "")])
        book.judge_again(JudgedAgain(one.number, judged), number, NONE)
    capsys.readouterr()
    graded(grading, "ada.ipynb")
    said = capsys.readouterr().out.replace("\n", " ")
    assert f"`autograder publish 1 --out {grading / 'grades'}`" in said


def test_what_is_unchanged_is_counted(
    grading: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no line of its own, and is in the table and in the reports."""
    graded(grading, "")
    assert "ada: refused." in capsys.readouterr().err
    none_of_it = lambda sources, *_plan, **_options: ((one, None) for one in sources)  # noqa: E731
    monkeypatch.setattr("autograder.commands.grade.grade_class", none_of_it)
    assert len(graded(grading, "")) == 2
    said = capsys.readouterr()
    assert "2 submissions unchanged." in said.out
    assert "ada: " not in said.err
    assert "ada" in said.out


def test_programs_read_nothing_but_events(
    grading: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables and sentences go where errors go."""
    course = read_course(grading)
    grades, setup = partial(grade_class, jobs=1), Setup(Sandbox(NONE))
    grading_them = Grading(course, grading / "out", setup, grades, events=Events(sys.stdout))
    assert grading_them.grade([grading / "class"])
    said = capsys.readouterr()
    told = [json.loads(line) for line in said.out.splitlines()]
    assert [one["event"] for one in told] == ["found", "grading", "graded", "graded", "ended"]
    assert {one.get("student") for one in told} == {None, "ada", "bea"}
    assert "2 submissions: 0 graded, 2 refused" in said.err


def test_how_long_it_will_take_is_said_from_what_others_took(tmp_path: Path) -> None:
    """Of those who are new, for as many as run at a time; nothing where nothing is known."""
    with Gradebook(tmp_path / "gradebook.sqlite") as book:
        assert how_long(book, "a", {"ada", "bea"}, 1) == ""
        seen = [
            Observed("first", f"run {number}", Observation(Outcome.FINISHED, seconds=15.0))
            for number in range(2)
        ]
        book.add(grade(student="ada"), "key", "a", judged=Judged(), observed=seen)
        assert how_long(book, "a", {"ada"}, 2) == ""
        words = how_long(book, "a", {"ada", *map(str, range(100))}, 2)
    assert words == "100 of 101 are new: 0:25:00 at most, at 30.0 s each as before."
