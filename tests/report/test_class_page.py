"""The overview of a class: what it says of the class, and of whom it says nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from autograder.records import Outcome, ScoreChange, SubmissionGrade, Verdict
from autograder.report.class_page import write_answers, write_index
from autograder.report.files import student_page
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from autograder.report.wording import said
from autograder.wire.messages import message
from tests.grades import (
    SLUGS,
    TRUSTED,
    check,
    exercise,
    grade,
    made_up_class,
    other_work,
    refused,
    regrade,
)
from tests.html_page import Page
from tests.report.test_pages import HOSTILE, WHEN


@pytest.fixture
def index(tmp_path: Path) -> Any:
    """The overview of some grades."""

    def read(*grades: SubmissionGrade) -> Page:
        path = tmp_path / "index.html"
        write_index(
            path, tally(grades, SLUGS), course_title="Keras", assignment_title="Fashion", when=WHEN
        )
        return Page(path.read_text(encoding="utf-8"))

    return read


@pytest.fixture
def student(tmp_path: Path) -> Any:
    """The page of a grade."""

    def read(shown: SubmissionGrade) -> Page:
        path = tmp_path / "page.html"
        write_student_page(path, shown, "Keras", "Fashion")
        return Page(path.read_text(encoding="utf-8"))

    return read


def test_counts_and_figures(index: Any) -> None:
    """The overview counts submissions and gives mean and median of the graded ones."""
    page = index(grade(), grade(exercise(check(points=10))), refused(), regrade())
    assert "graded 2 refused 1 to be graded again 1 mean of 100 7.5 median of 100 7.5" in page.text
    assert "Class overview, 2 March 2026, 14:05 UTC" in page.text


def test_students_and_reasons(index: Any) -> None:
    """Each student has a row; who was not graded has a reason instead of figures."""
    page = index(grade(student="Ada"), refused("Rik"), regrade("Rita"), other_work("Otto"))
    assert "Ada 5 not graded 5 not graded" in page.text
    assert f"Rik refused {said(refused().reason)}" in page.text
    assert f"Rita to be graded again {said(regrade().reason)}" in page.text
    reason = said(other_work().reason).replace("`", "")
    assert f"Otto for another assignment {reason}" in page.text


def test_points_on_trust_are_for_the_instructor(index: Any, student: Any) -> None:
    """The overview lists who has them, in which exercise and why; the student reads nothing."""
    trusted = exercise(
        check(points=4, on_trust=TRUSTED),
        check(points=3, on_trust=TRUSTED),
        check(points=2),
        slug="raw_pixels",
    )
    shown = grade(trusted, student="Ada")
    section = index(shown, grade(student="Bob")).text.partition("Look because")[2]
    assert f"Ada points on trust Skip the normalisation 7 {said(TRUSTED)}" in section
    assert "trust" not in index(grade()).text
    assert "trust" not in student(shown).text
    assert said(TRUSTED) not in student(shown).text


def test_who_needs_a_person_is_in_one_list(index: Any) -> None:
    """Whoever was refused, is our fault, was adjusted or is strange is there, most urgent first."""
    by_hand = message("score.adjusted", comment="A good idea", who="ta", check="")
    changed = replace(grade(student="Cleo"), changes=(ScoreChange(2.0, by_hand, "neurons"),))
    broken = grade(exercise(check(Verdict.ERROR, 4)), student="Bo")
    endless = grade(exercise(outcome=Outcome.TIMED_OUT), student="Eve")
    page = index(changed, refused("Rik"), endless, broken, regrade("Rita"), grade(student="Ada"))
    rows = page.text.partition("Look because")[2].partition("Checks passed")[0]
    places = [rows.find(f"{name} {kind}") for name, kind in PEOPLE]
    assert -1 not in places
    assert places == sorted(places)
    assert "Ada" not in rows
    assert "Cleo adjusted by hand Change the number of neurons 2 A good idea (ta)" in rows
    assert "2 our fault 1 refused 1 strange 1 adjusted by hand" in page.text
    assert "Who needs a person" not in index(grade()).text


PEOPLE = (
    ("Bo", "our fault"),
    ("Rita", "our fault"),
    ("Rik", "refused"),
    ("Eve", "strange"),
    ("Cleo", "adjusted by hand"),
)


@pytest.mark.parametrize(
    "name", ["Ada", "É & Ö", "a/../b", "50%", "x?y#z", "..", "n" * 300, HOSTILE]
)
def test_links_lead_to_pages(index: Any, tmp_path: Path, name: str) -> None:
    """The link of a student leads to the file that `student_page` names, whatever the name."""
    page = index(grade(student=name))
    path = student_page(tmp_path, name)
    write_student_page(path, grade(student=name), "Keras", "Fashion")
    (link,) = {one for one in page.addresses if one.startswith("students/")}
    assert tmp_path / unquote(link) == path
    assert path.parent == tmp_path / "students"
    assert path.is_file()


@pytest.mark.parametrize(("size", "is_long"), [(40, False), (41, True)])
def test_a_long_class_scrolls_under_its_head(index: Any, size: int, is_long: bool) -> None:
    """The table of a long class scrolls by itself, and says so; a short one is shown whole."""
    page = index(*made_up_class(size))
    assert bool(page.all_of_class("tall")) == is_long
    assert (f"{size} in all: scroll inside the table" in page.text) == is_long


def test_pass_rates(index: Any) -> None:
    """Each check has its pass rate, and one that many fail is marked."""
    verdicts = [Verdict.PASSED, Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED, Verdict.ERROR]
    page = index(*(grade(exercise(check(verdict))) for verdict in verdicts))
    assert "The last layer has ten outputs. often failed 2 of 4 1 of 4 1 of 4" in page.text
    assert page.all_of_class("hot") == 1


def test_rare_failures_are_not_marked(index: Any) -> None:
    """A check that few students fail is not called often failed."""
    page = index(grade(exercise(check(Verdict.FAILED))), *(grade() for _ in range(9)))
    assert page.all_of_class("hot") == 0


@pytest.mark.parametrize(("size", "shown"), [(9, "1 of 9"), (10, "10% 2\N{EN DASH}40%")])
def test_few_students_are_counted(index: Any, size: int, shown: str) -> None:
    """From ten students on there are shares and between what they lie; below, counts only."""
    page = index(grade(exercise(check(Verdict.FAILED))), *(grade() for _ in range(size - 1)))
    assert f"{shown} " in page.text
    assert ("%" in page.text.partition("Skipped")[2]) == (size == 10)
    assert ("Who finds which exercise hard" in page.text) == (size == 10)


def test_what_a_filter_asks_for_is_in_the_rows(index: Any) -> None:
    """A row says which checks were failed, by the number that the list of filters has for each."""
    page = index(grade(exercise(check(), check(Verdict.FAILED, name="It learns."))), refused())
    (row,) = (each for each in page.of("tr") if "data-failed" in each)
    assert {"value": row["data-failed"]} in page.of("option")
    assert row["data-share"] == "0.05"
    assert sum("data-person" in each for each in page.of("tr")) == 1


def test_time_and_memory(index: Any) -> None:
    """The most that an exercise took is there with whose it was."""
    runs = [(0.5, 200.0, "Ada"), (0.7, 210.0, "Bo"), (30.0, 205.0, "Cleo")]
    page = index(
        *(
            grade(replace(exercise(), cpu_seconds=time, peak_memory_mb=memory), student=name)
            for time, memory, name in runs
        )
    )
    assert "Change the number of neurons 0.7 s 30 s Cleo 205 MB 210 MB Bo" in page.text
    assert page.all_of_class("much") == 1


def test_answers_are_on_pages_of_their_own(index: Any, tmp_path: Path) -> None:
    """The answers to an exercise are together, without a name in front; empty ones are left out."""
    grades = [
        grade(student="Ada", answers={"neurons": "More."}),
        grade(student="Bo", answers={"neurons": "Fewer.", "raw_pixels": " "}),
    ]
    page = index(*grades)
    assert "Change the number of neurons 2 answers" in page.text
    assert "answers/neurons.html" in page.addresses
    read = answers(tmp_path, *grades)
    assert not read.tags & {"script"}
    assert all(text in read.text for text in ("Ada", "More.", "Bo", "Fewer."))
    assert read.all_of_class("name") == 2


def test_the_order_of_answers_says_nothing_and_stays(tmp_path: Path) -> None:
    """It is not that of names, and another student's answer does not change it."""
    grades = [grade(student=f"s{n:02}", answers={"neurons": f"Answer {n:02}."}) for n in range(20)]
    whole = re.findall(r"Answer (\d\d)", answers(tmp_path, *grades).text)
    fewer = re.findall(r"Answer (\d\d)", answers(tmp_path, *grades[:-1]).text)
    assert whole != sorted(whole)
    assert [one for one in whole if one != "19"] == fewer


def test_an_answer_has_the_points_given_for_it(tmp_path: Path) -> None:
    """Points by hand in the exercise and the remark are beside the answer."""
    by_hand = message("score.adjusted", comment="Well seen", who="ta", check="")
    whole = grade(answers={"neurons": "More."})
    read = answers(tmp_path, replace(whole, changes=(ScoreChange(1.5, by_hand, "neurons"),)))
    assert "1.5 points More. Well seen (ta)" in read.text


def test_answers_of_nobody_go(tmp_path: Path) -> None:
    """A page without an answer on it any more is removed."""
    answers(tmp_path, grade(answers={"neurons": "More."}))
    write_answers(tmp_path, {}, course_title="Keras", assignment_title="Fashion")
    assert [*(tmp_path / "answers").iterdir()] == []


def answers(folder: Path, *grades: SubmissionGrade) -> Page:
    found = tally(grades, SLUGS).answers
    write_answers(folder, found, course_title="Keras", assignment_title="Fashion")
    return Page((folder / "answers" / "neurons.html").read_text("utf-8"))


def test_an_empty_class(index: Any) -> None:
    """An overview without any grade is still a page."""
    assert "graded 0" in index().text
    assert "No submissions yet." in index().text
    assert index().of("table") == []
    assert index(refused()).of("svg") == []
