"""Writes a class's grades as tables, like nbgrader's and Otter's, and as records for programs.

nbgrader: `nbgrader/plugins/export.py`; Otter: the `final_grades.csv` of `otter grade`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

from autograder.records import Status, SubmissionGrade, Verdict
from autograder.report.csv_file import as_text
from autograder.report.wording import UNGRADED, harmless, number, said, sentence_of, why

NBGRADER = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
)
LATE = "score.late"
COLUMNS = ("student", "exercise", "check", "verdict", "earned", "points", "on_trust", "message")


def nbgrader(grades: Iterable[SubmissionGrade], assignment: str) -> str:
    """One row a student, in the columns of nbgrader's export; the raw score is before lateness.

    As there, whoever handed in nothing has a score of zero.
    """
    return _csv(
        NBGRADER,
        (
            [
                assignment,
                "",
                "",
                grade.student,
                *_halves(grade.name),
                "",
                number(grade.score + late(grade)),
                number(late(grade)),
                number(grade.score),
                number(grade.max_score),
            ]
            for grade in grades
            if grade.has_score or grade.status is Status.MISSING
        ),
    )


def _halves(name: str) -> tuple[str, str]:
    """The last name and the first one: "Lee, Jr., Ada" or "Ada Lee"."""
    last, comma, first = name.rpartition(", ")
    if not comma:
        first, _, last = name.rpartition(" ")
    return last, first


def late(grade: SubmissionGrade) -> float:
    """What was deducted for being late, as a positive number of points."""
    changes = [one.points for one in grade.changes if one.reason.name == LATE]
    return -sum(changes)


def otter(grades: Iterable[SubmissionGrade], slugs: Sequence[str], points: Sequence[float]) -> str:
    """One row a student, with a column a question, as `otter grade` writes them."""
    heads = ["file", *slugs, "total_points_earned", "percent_correct", "grading_status"]
    worth = ["points-per-question", *map(number, points), number(sum(points)), "", ""]
    return _csv(heads, [worth, *(_otter_row(grade, slugs) for grade in grades)])


def _otter_row(grade: SubmissionGrade, slugs: Sequence[str]) -> list[str]:
    earned = {each.slug: number(grade.earned(each)) for each in grade.exercises}
    state = "Completed" if grade.has_score else f"{UNGRADED[grade.status]}: {said(grade.reason)}"
    score = number(grade.score) if grade.has_score else ""
    share = f"{grade.score / grade.max_score:.4f}" if grade.has_score else ""
    return [grade.student, *(earned.get(slug, "") for slug in slugs), score, share, state]


def checks(grades: Iterable[SubmissionGrade]) -> str:
    """One row a check of a student: its verdict, its points, and what was seen."""
    return _csv(
        COLUMNS,
        (
            [
                grade.student,
                exercise.slug,
                check.name,
                check.verdict.value,
                number(check.earned),
                number(check.points),
                "yes" if check.on_trust else "",
                "" if check.verdict is Verdict.PASSED else harmless(why(check).seen),
            ]
            for grade in grades
            for exercise in grade.exercises
            for check in exercise.checks
        ),
    )


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that Excel opens as UTF-8 (so a byte order mark), and runs nothing of."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([[as_text(cell) for cell in row] for row in rows])
    return f"\ufeff{text.getvalue()}"


def json_lines(grades: Iterable[SubmissionGrade]) -> str:
    """One JSON object a student, with every check's verdict, name of message and values."""
    return "".join(f"{json.dumps(_record(grade), ensure_ascii=False)}\n" for grade in grades)


def _record(grade: SubmissionGrade) -> dict[str, Any]:
    return {
        "student": grade.student,
        "name": grade.name or None,
        "is_stranger": grade.is_stranger,
        "status": grade.status.value,
        "score": grade.score if grade.has_score else None,
        "max_score": grade.max_score,
        "reason": harmless(said(grade.reason)) or None,
        "changes": [{"points": one.points, "why": said(one.reason)} for one in grade.changes],
        "exercises": [
            {
                "slug": each.slug,
                "earned": grade.earned(each),
                "points": each.points,
                "outcome": each.outcome.value,
                "checks": [
                    {
                        "name": check.name,
                        "verdict": check.verdict.value,
                        "earned": check.earned,
                        "points": check.points,
                        "message": check.message.name if check.message else None,
                    }
                    for check in each.checks
                ],
            }
            for each in grade.exercises
        ],
    }


def junit(grades: Iterable[SubmissionGrade], assignment: str) -> str:
    """One suite a student, one case a check; points are properties, our faults are errors."""
    root = ElementTree.Element("testsuites")
    for grade in grades:
        root.append(_suite(grade, assignment))
    ElementTree.indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(root, 'unicode')}\n"


def _suite(grade: SubmissionGrade, assignment: str) -> ElementTree.Element:
    every = [check for each in grade.exercises for check in each.checks]
    counts = {verdict: sum(one.verdict is verdict for one in every) for verdict in Verdict}
    suite = ElementTree.Element(
        "testsuite",
        name=harmless(f"{assignment}.{grade.student}"),
        tests=str(len(every)),
        failures=str(counts[Verdict.FAILED]),
        errors=str(counts[Verdict.ERROR]),
        skipped=str(counts[Verdict.SKIPPED]),
    )
    properties = ElementTree.SubElement(suite, "properties")
    for name, value in _properties(grade):
        ElementTree.SubElement(properties, "property", name=name, value=value)
    for exercise in grade.exercises:
        for check in exercise.checks:
            case = ElementTree.SubElement(
                suite, "testcase", classname=exercise.slug, name=check.name, time="0"
            )
            tag = {"failed": "failure", "error": "error", "skipped": "skipped"}
            if (kind := tag.get(check.verdict.value)) is not None:
                words = f"{sentence_of(exercise.slug, check.name)} {why(check).seen}".strip()
                ElementTree.SubElement(case, kind, message=harmless(words))
    return suite


def _properties(grade: SubmissionGrade) -> Iterator[tuple[str, str]]:
    yield "status", grade.status.value
    yield "max_score", number(grade.max_score)
    if grade.name:
        yield "name", harmless(grade.name)
    if grade.is_stranger:
        yield "is_stranger", "true"
    if grade.has_score:
        yield "score", number(grade.score)
