"""Tables and records for other programs, read back by parsers of their formats."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

from autograder.export import tables
from autograder.records import ScoreChange, Status, Verdict
from autograder.wire.messages import Message
from tests.grades import check, exercise, grade, refused

FORMULA = "=HYPERLINK(1)"
LATE = ScoreChange(-2.0, Message(tables.LATE, {"percent": 10, "days": 1}))
ADA = replace(
    grade(
        exercise(check(points=4), check(Verdict.FAILED, points=8, seen="x"), slug="neurons"),
        exercise(check(points=4, name="made_up"), slug="raw_pixels"),
        student=FORMULA,
    ),
    changes=(LATE,),
)
BEN = refused("Ben")


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


MISSING = replace(BEN, student="502", name="Lee, Jr., Ada", status=Status.MISSING)


def test_whoever_handed_in_nothing_is_in_the_tables() -> None:
    """As nbgrader has it: a zero, under both names. In Otter's table there is the reason."""
    ada, absent = rows(tables.nbgrader([replace(ADA, name="Ada Lovelace"), BEN, MISSING], "lab"))
    assert (ada["last_name"], ada["first_name"]) == ("Lovelace", "Ada")
    assert (absent["last_name"], absent["first_name"]) == ("Lee, Jr.", "Ada")
    assert (absent["student_id"], absent["score"], absent["max_score"]) == ("502", "0", "100")
    *_, otters = rows(tables.otter([ADA, MISSING], ["neurons"], [12]))
    assert (otters["file"], otters["total_points_earned"]) == ("502", "")
    assert otters["grading_status"].startswith("nothing handed in")
    record = json.loads(tables.json_lines([replace(MISSING, is_stranger=True)]))
    assert (record["status"], record["score"], record["name"]) == ("missing", None, "Lee, Jr., Ada")
    assert record["is_stranger"] is True
    (suite,) = ElementTree.fromstring(tables.junit([MISSING], "lab"))  # noqa: S314 - our own
    assert suite.find("properties/property[@name='score']") is None


def test_nbgraders_columns() -> None:
    """The raw score is before lateness; only who has a score has a row; no formula runs."""
    (ada,) = rows(tables.nbgrader([ADA, BEN], "lab"))
    assert tuple(ada) == tables.NBGRADER
    assert ada["student_id"] == f"'{FORMULA}"
    assert (ada["raw_score"], ada["late_submission_penalty"], ada["score"]) == ("8", "2", "6")


def test_otters_columns() -> None:
    """The first row is what questions are worth; who has no grade has the reason."""
    worth, ada, ben = rows(tables.otter([ADA, BEN], ["neurons", "raw_pixels"], [12, 4]))
    assert worth["file"] == "points-per-question"
    assert (worth["neurons"], worth["total_points_earned"]) == ("12", "16")
    assert (ada["neurons"], ada["raw_pixels"], ada["grading_status"]) == ("4", "4", "Completed")
    assert ben["grading_status"].startswith("refused: ")
    assert ben["total_points_earned"] == ""


def test_a_row_a_check() -> None:
    """Every check of every student, with its verdict and points."""
    found = rows(tables.checks([ADA, BEN]))
    assert [row["verdict"] for row in found] == ["passed", "failed", "passed"]
    assert sum(float(row["earned"]) for row in found) == 8


def test_records_hold_kinds_and_values() -> None:
    """One object a line, whose scores are those of the grades; no score is no zero."""
    ada, ben = map(json.loads, tables.json_lines([ADA, BEN]).splitlines())
    assert (ada["score"], ben["score"], ben["status"]) == (6, None, "refused")
    assert [each["earned"] for each in ada["exercises"]] == [4, 4]


def test_junit_counts_what_failed() -> None:
    """A suite a student, a case a check; a wrong answer is a failure."""
    suites = ElementTree.fromstring(tables.junit([ADA, BEN], "lab"))  # noqa: S314 - our own
    ada, ben = suites
    assert (ada.get("tests"), ada.get("failures"), ben.get("tests")) == ("3", "1", "0")
    assert len(ada.findall("testcase/failure")) == 1
    assert ada.find("properties/property[@name='score']").get("value") == "6"  # type: ignore[union-attr]
