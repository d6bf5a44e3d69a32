"""Grades of several assignments into one page and one table of totals."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

from autograder.report.course_page import (
    Standings,
    standings,
    write_course_csv,
    write_course_page,
)
from autograder.report.files import student_page
from tests.grades import grade, refused
from tests.html_page import Page

NAMES = {"first": "First steps", "second": "Second <steps>", "third": "Third"}
POINTS = {"first": 100.0, "second": 50.0, "third": 10.0}


def found() -> Standings:
    grades = {
        "first": [grade(student="Ada"), grade(student="=Ben")],
        "second": [grade(student="Ada"), refused("Rik")],
        "third": [],
    }
    return standings(grades, NAMES, POINTS)


def test_totals_are_those_of_all_assignments() -> None:
    """A student's total adds up what was graded; what was refused adds nothing."""
    each = grade(student="Ada").score
    ben, ada, rik = found().students
    assert (ada.student, ada.earned) == ("Ada", 2 * each)
    assert (ben.student, ben.earned, list(ben.marks)) == ("=Ben", each, ["first"])
    assert (rik.earned, list(rik.ungraded)) == (0, ["second"])
    assert found().points == sum(POINTS.values())


def test_an_assignment_has_its_mean() -> None:
    """Over those who were graded in it; without any there is none."""
    first, second, third = found().parts
    assert (first.mean, second.mean, third.mean) == (grade().score, grade().score, None)


def test_the_table_has_a_row_a_student(tmp_path: Path) -> None:
    """A column an assignment; empty is not zero, and no cell is a formula."""
    write_course_csv(tmp_path / "grades.csv", found())
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["student"] for row in rows] == ["'=Ben", "Ada", "Rik"]
    assert [(row["first"] != "", row["second"] != "", row["third"]) for row in rows] == [
        (True, False, ""),
        (True, True, ""),
        (False, False, ""),
    ]
    assert {row["max_score"] for row in rows} == {"160"}


def test_the_page_links_to_every_students_page(tmp_path: Path) -> None:
    """Titles are escaped, links lead into the assignment's folder, and refusals are named."""
    write_course_page(
        tmp_path / "index.html", found(), title="A course", when=datetime(2026, 1, 2, tzinfo=UTC)
    )
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "Second &lt;steps&gt;" in text
    assert "<steps>" not in text
    for name, student in (("first", "Ada"), ("second", "Ada"), ("second", "Rik")):
        place = student_page(tmp_path / name, student).relative_to(tmp_path)
        assert f'href="{place}"' in text
    assert "third/index.html" not in text
    assert "refused" in text
    assert Page(text).text.startswith("A course")
