"""Work of a class to the assignments of a course: marks, folders, and what nobody can tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.grading import sorting
from autograder.grading.sorting import Sorted, sort_by_assignment
from autograder.judging.handout import Handout
from autograder.submissions.sources import find
from autograder.supervision.judge_process import JudgeProcess, Serve
from autograder.wire.errors import TooCostly, UsageError

HANDOUTS = {
    "first": Handout("first", "", ("one", "two"), frozenset({"count_pixels", "shared"})),
    "second": Handout("second", "", ("three",), frozenset({"take_step", "shared"})),
}
SLUGS = ("one", "two", "three")


def notebook(path: Path, *cells: str, assignment: str = "") -> Path:
    """A notebook of code, with the name of an assignment in its metadata if one is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    metadata = {"autograder": {"assignment": assignment}} if assignment else {}
    parts = [{"cell_type": "code", "source": cell} for cell in cells]
    path.write_text(json.dumps({"nbformat": 4, "metadata": metadata, "cells": parts}), "utf-8")
    return path


def sorted_out(folder: Path) -> Sorted:
    found = find([folder], SLUGS, folder.parent / "workspace", HANDOUTS).sources
    return sort_by_assignment(found, HANDOUTS)


def students(found: Sorted) -> dict[str, list[str]]:
    return {name: [one.student for one in own] for name, own in found.by_assignment.items()}


def test_marks_and_names_say_which_assignment_it_is(tmp_path: Path) -> None:
    """Metadata, a call of a check, a script's name, and names that are asked for each do."""
    notebook(tmp_path / "in" / "ada.ipynb", assignment="second")
    notebook(tmp_path / "in" / "ben.ipynb", 'grader.check("two")')
    notebook(tmp_path / "in" / "cem.ipynb", "def take_step(): pass")
    notebook(tmp_path / "in" / "dora.ipynb", "def count_pixels(): pass")
    assert students(sorted_out(tmp_path / "in")) == {
        "first": ["ben", "dora"],
        "second": ["ada", "cem"],
    }


def test_a_folder_named_like_an_assignment_is_its_class(tmp_path: Path) -> None:
    """What lies in it is that assignment's whatever it holds; names are told apart within it."""
    notebook(tmp_path / "in" / "first" / "ada.ipynb")
    notebook(tmp_path / "in" / "second" / "ada.ipynb")
    notebook(tmp_path / "in" / "second" / "ben" / "work.ipynb")
    found = sorted_out(tmp_path / "in")
    assert students(found) == {"first": ["ada"], "second": ["ada", "ben"]}
    assert students(sorted_out(tmp_path / "in" / "second")) == {"second": ["ada", "ben"]}


def test_a_students_folder_is_taken_apart(tmp_path: Path) -> None:
    """Notebooks for several assignments in one folder are each that student's, with scripts."""
    folder = tmp_path / "in" / "ada"
    first = notebook(folder / "a.ipynb", assignment="first")
    second = notebook(folder / "b.ipynb", assignment="second")
    (folder / "tools.py").write_text("x = 1", "utf-8")
    notebook(tmp_path / "in" / "ben.ipynb", assignment="first")
    found = sorted_out(tmp_path / "in")
    assert students(found) == {"first": ["ada", "ben"], "second": ["ada"]}
    assert found.by_assignment["first"][0].files == (first, folder / "tools.py")
    assert found.by_assignment["second"][0].files == (second, folder / "tools.py")


def test_two_notebooks_for_one_assignment_are_refused(tmp_path: Path) -> None:
    """Nobody knows which one counts; that costs this assignment alone."""
    folder = tmp_path / "in" / "ada"
    for name in ("a", "b"):
        notebook(folder / f"{name}.ipynb", assignment="first")
    notebook(folder / "c.ipynb", assignment="second")
    notebook(tmp_path / "in" / "ben.ipynb", assignment="first")
    found = sorted_out(tmp_path / "in")
    (ada, _ben), (other,) = found.by_assignment["first"], found.by_assignment["second"]
    assert ada.reason is not None
    assert ada.reason.name == "file.several"
    assert other.reason is None


def test_a_notebook_of_several_assignments_is_graded_in_each(tmp_path: Path) -> None:
    """Whoever put all into one notebook gets the points of each."""
    notebook(tmp_path / "in" / "ada.ipynb", 'grader.check("one")', 'grader.check("three")')
    assert students(sorted_out(tmp_path / "in")) == {"first": ["ada"], "second": ["ada"]}


def test_what_two_assignments_ask_for_alike_is_asked_about(tmp_path: Path) -> None:
    """The error names the file, the assignments and what to do; more names decide otherwise."""
    path = notebook(tmp_path / "in" / "ada.ipynb", "def shared(): pass")
    with pytest.raises(UsageError, match=f"{path.name} may be work for first or second.*--assign"):
        sorted_out(tmp_path / "in")
    notebook(path, "def shared(): pass\ndef take_step(): pass")
    assert students(sorted_out(tmp_path / "in")) == {"second": ["ada"]}


def test_what_nobody_can_tell_stops_no_class(tmp_path: Path) -> None:
    """It is for the only assignment that others are for, if it may be; else it has its reason."""
    notebook(tmp_path / "in" / "ada.ipynb", "def shared(): pass")
    notebook(tmp_path / "in" / "ben.ipynb", assignment="second")
    found = sorted_out(tmp_path / "in")
    assert {name: sorted(each) for name, each in students(found).items()} == {
        "second": ["ada", "ben"]
    }
    assert found.others == ()
    notebook(tmp_path / "in" / "cem.ipynb", assignment="first")
    found = sorted_out(tmp_path / "in")
    assert students(found) == {"first": ["cem"], "second": ["ben"]}
    (ada,) = found.others
    assert (ada.student, ada.reason.name) == ("ada", "file.several_assignments")
    assert ada.reason.values["assignments"] == ["first", "second"]


def test_what_is_too_costly_to_read_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose work it is, is read within the limits of a submission, not in the grader's process."""

    class Limited(JudgeProcess):
        def decide(self, question: Any, plan: Any, serve: Serve) -> Any:
            if question.source.student == "ada":
                raise TooCostly("file.too_costly", seconds=20, megabytes=1500)
            return super().decide(question, plan, serve)

    monkeypatch.setattr(sorting, "JudgeProcess", Limited)
    notebook(tmp_path / "in" / "ada.ipynb", assignment="first")
    notebook(tmp_path / "in" / "ben.ipynb", assignment="first")
    notebook(tmp_path / "in" / "cem.ipynb", assignment="second")
    found = sorted_out(tmp_path / "in")
    assert students(found) == {"first": ["ben"], "second": ["cem"]}
    assert [(one.student, one.reason.name) for one in found.others] == [("ada", "file.too_costly")]


def test_nobody_is_lost_where_a_class_is_for_one_assignment(tmp_path: Path) -> None:
    """Other work, and what cannot be read, have their rows in it; a student has one."""
    notebook(tmp_path / "in" / "ada.ipynb", "def plot(): pass")
    notebook(tmp_path / "in" / "ben" / "a.ipynb", assignment="first")
    notebook(tmp_path / "in" / "ben" / "b.ipynb", "def plot(): pass")
    (tmp_path / "in" / "cem.ipynb").write_text("{", "utf-8")
    found = sorted_out(tmp_path / "in")
    assert {name: sorted(each) for name, each in students(found).items()} == {
        "first": ["ada", "ben", "cem"]
    }


def test_what_is_for_none_is_told_and_left_out(tmp_path: Path) -> None:
    """Other work, and what cannot be read, have their reasons and no assignment among several."""
    notebook(tmp_path / "in" / "ada.ipynb", "def plot(): pass")
    notebook(tmp_path / "in" / "ben.ipynb", assignment="first")
    notebook(tmp_path / "in" / "dora.ipynb", assignment="second")
    (tmp_path / "in" / "cem.ipynb").write_text("{", "utf-8")
    found = sorted_out(tmp_path / "in")
    assert students(found) == {"first": ["ben"], "second": ["dora"]}
    assert [(one.student, one.reason.name) for one in found.others] == [
        ("ada", "file.no_assignment"),
        ("cem", "file.incomplete_at"),
    ]
