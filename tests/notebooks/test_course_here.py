"""The course of a student's notebook, and what students read where its files are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import FILE_NAME, NoCourse, find_course
from autograder.judging.exercise import find_exercise
from autograder.notebooks.course_here import DAMAGED, NOT_HERE, course_of, worded_for_students
from autograder.wire.errors import UsageError
from tests import tiny


def test_the_first_folder_in_a_course_counts(tmp_path: Path) -> None:
    """Folders are tried in order; where none lies in a course, that is raised."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    outside.mkdir()
    tiny.course(inside)
    assert course_of(outside, inside).root == inside
    assert course_of(inside, outside).root == inside
    with pytest.raises(NoCourse):
        course_of(outside, tmp_path)


def test_a_course_that_is_damaged_is_not_passed_over(tmp_path: Path) -> None:
    """A folder with a broken course is not taken for one without: the next is not tried."""
    broken, whole = tmp_path / "broken", tmp_path / "whole"
    tiny.course(whole)
    broken.mkdir()
    (broken / FILE_NAME).write_text("titel = 1", "utf-8")
    with pytest.raises(UsageError, match="titel"):
        course_of(broken, whole)


def test_students_do_not_read_of_files_that_they_do_not_know(tmp_path: Path) -> None:
    """No course, a broken one, and a missing definition are said without their files' names."""
    with pytest.raises(UsageError) as caught, worded_for_students():
        find_course(tmp_path)
    assert str(caught.value) == NOT_HERE
    (tmp_path / FILE_NAME).write_text("titel = 1", "utf-8")
    with pytest.raises(UsageError) as caught, worded_for_students():
        find_course(tmp_path)
    assert str(caught.value) == DAMAGED
    with pytest.raises(UsageError) as caught, worded_for_students():
        find_exercise(tiny.NAME, "gone")
    assert str(caught.value) == DAMAGED
    assert FILE_NAME not in NOT_HERE + DAMAGED


def test_other_errors_stay_as_they_are() -> None:
    """What is wrong with what a student asked for is said as ever."""
    with pytest.raises(UsageError, match=r"^There is no file$"), worded_for_students():
        raise UsageError("There is no file")
