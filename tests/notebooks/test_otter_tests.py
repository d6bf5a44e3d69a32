"""Test files for Otter: read by Otter itself, thin, and safe to show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from otter.test_files.exception_test import ExceptionTestFile

from autograder.course import find_course
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, find_exercise
from autograder.notebooks.otter_tests import otter_test
from autograder.records import Truth
from autograder.report.wording import said
from autograder.wire.messages import message

COURSE = find_course(Path(__file__))
EXERCISES = [
    find_exercise(name, slug)
    for name, table in COURSE.table.assignments.items()
    for slug in table.exercises
]
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: str(each.slug))


@every_exercise
def test_otter_reads_a_case_for_each_check(exercise: Exercise) -> None:
    """Otter finds each check under its sentence, in order, worth its points, none hidden."""
    read = ExceptionTestFile.from_string(otter_test(exercise))
    assert read.name == exercise.slug
    assert [case.points for case in read.test_cases] == [check.points for check in exercise.checks]
    assert len({case.name for case in read.test_cases}) == len(exercise.checks)
    assert not any(case.hidden for case in read.test_cases)
    assert not read.all_or_nothing


@every_exercise
def test_what_is_kept_back_is_said(exercise: Exercise) -> None:
    """A check that the grader makes on hidden images too says so where it passes."""
    read = ExceptionTestFile.from_string(otter_test(exercise))
    assert [case.success_message for case in read.test_cases] == [
        said(message("public.unseen")) if check.unseen else None for check in exercise.checks
    ]


def test_a_sentence_holds_no_markup() -> None:
    """Otter writes names into HTML as they are, so what would be markup there is none."""
    exercise = Exercise("bold", "Bold", asks_for=("bold",))

    @exercise.probe
    def nothing(_student: Any, _given: Any) -> dict[str, Any]:
        return {}

    @exercise.check(nothing, points=0.5)
    def is_bold(_seen: Evidence, _truth: Truth) -> None:
        """<b>Bold</b> & `x < 1`
        on two lines.
        """

    (case,) = ExceptionTestFile.from_string(otter_test(exercise)).test_cases
    assert case.name == "<\u2060b>Bold<\u2060/b> & `x < 1` on two lines"
    assert case.points == 0.5
