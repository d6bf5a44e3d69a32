"""The reports of a class are of the whole class, whoever was graded last."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.commands.class_reports import Written, write_reports
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.records import SubmissionGrade
from autograder.report.files import student_page
from tests import tiny
from tests.grades import exercise, grade

GRADED = {
    name: grade(*(exercise(slug=slug) for slug in tiny.SLUGS), student=name)
    for name in ("Ada", "Bea")
}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path / "course")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(tmp_path / "grades" / "gradebook.sqlite") as made:
        for one in GRADED.values():
            made.record(one, "key", tiny.NAME)
        yield made


def write(course: Course, book: Gradebook, *students: str) -> Written:
    return write_reports(course, tiny.NAME, book.path.parent, book, students)


def table(book: Gradebook) -> dict[str, dict[str, str]]:
    with (book.path.parent / "grades.csv").open(newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_who_was_graded_alone_is_not_alone_in_the_table(course: Course, book: Gradebook) -> None:
    """The table, the overview and the pages have everybody; the figures of some are apart."""
    written = write(course, book, "Ada")
    assert [*table(book)] == ["Ada", "Bea"]
    assert "Bea" in (book.path.parent / "index.html").read_text("utf-8")
    assert student_page(book.path.parent, "Bea").exists()
    assert [row.student for row in written.some.rows] == ["Ada"]


def test_pages_have_the_words_of_today(course: Course, book: Gradebook) -> None:
    """A word that was changed is on everybody's page; a page that would be the same is left."""
    write(course, book)
    page = student_page(book.path.parent, "Bea")
    before = page.stat()
    write(course, book)
    # Not the time of access: what is compared is read.
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    page.write_text("as it was rendered yesterday")
    write(course, book, "Ada")
    assert "Bea" in page.read_text("utf-8")


def test_what_nobody_was_graded_in_is_counted(course: Course, book: Gradebook) -> None:
    """An exercise that was added leaves the class without a score, and that is said."""
    one: SubmissionGrade = replace(GRADED["Ada"], student="Cem")
    book.record(replace(one, exercises=one.exercises[:1]), "key", tiny.NAME)
    assert write(course, book).missing == {tiny.SLUGS[1]: 1}
    assert (table(book)["Cem"]["status"], table(book)["Cem"]["score"]) == ("partial", "")


def test_the_courses_list_names_people_and_says_who_is_missing(
    course: Course, book: Gradebook
) -> None:
    """Who is missing has a row and a page; once they hand in, under any name, they have one."""
    out = book.path.parent
    people = 'Login,Name,Email\nAda,"Lovelace, Ada",a@x.edu\n7,"O\'Neil, Zoë",zoe@x.edu\n'
    (out / "roster.csv").write_text(people, "utf-8")
    write(course, book)
    assert {key: (row["name"], row["status"]) for key, row in table(book).items()} == {
        "Ada": ("Lovelace, Ada", "graded"),
        "Bea": ("", "graded"),
        "7": ("O'Neil, Zoë", "missing"),
    }
    index = (out / "index.html").read_text("utf-8")
    assert "O&#39;Neil, Zoë</a>" in index
    assert "Nobody in the course&#39;s list of people is called so." in index
    assert "Nothing was handed in." in student_page(out, "7").read_text("utf-8")

    book.record(replace(GRADED["Ada"], student="oneilzoë_7"), "key", tiny.NAME)
    write(course, book)
    assert [*table(book)] == ["Ada", "Bea", "oneilzoë_7"]
    assert not student_page(out, "7").exists()
    assert "O&#39;Neil, Zoë" in student_page(out, "oneilzoë_7").read_text("utf-8")
