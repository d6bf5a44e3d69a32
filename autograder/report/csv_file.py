"""Writes grades as a CSV file that spreadsheets and learning platforms import."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.records import Status, SubmissionGrade
from autograder.report.files import replacing
from autograder.report.wording import number

FIRST_COLUMNS = ("student", "status", "score", "max_score")
# What rests on trainings that the trainer could not repeat, and which sandbox kept the student's
# code in; empty where none of it was run.
LAST_COLUMNS = ("points_on_trust", "sandbox")
NAME_COLUMN = "name"
# A spreadsheet runs a cell that starts like this; an apostrophe makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FIGURE = re.compile(r"-\d+(\.\d+)?")


def write_csv(
    path: Path,
    grades: Iterable[SubmissionGrade],
    slugs: Sequence[str],
    *,
    with_names: bool = False,
) -> None:
    """One row a submission; what has no score has empty cells, which are not zeros.

    `with_names`, the last column is what the course calls each student.
    """
    with replacing(path) as file:
        writer = csv.writer(file)
        name = [NAME_COLUMN] if with_names else []
        writer.writerow([*FIRST_COLUMNS, *slugs, *LAST_COLUMNS, *name])
        for grade in grades:
            writer.writerow(_row(grade, slugs) + ([as_text(grade.name)] if with_names else []))


def _row(grade: SubmissionGrade, slugs: Sequence[str]) -> list[str]:
    is_graded = grade.status is Status.GRADED
    exercises = grade.exercises if is_graded or grade.status is Status.PARTIAL else ()
    earned = {each.slug: number(grade.earned(each)) for each in exercises}
    return [
        as_text(grade.student),
        grade.status.value,
        number(grade.score) if grade.has_score else "",
        number(grade.max_score),
        *(earned.get(slug, "") for slug in slugs),
        number(grade.on_trust) if is_graded else "",
        grade.sandbox if is_graded else "",
    ]


def as_text(value: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number is none."""
    is_formula = value.startswith(FORMULA_STARTS) and not FIGURE.fullmatch(value)
    return f"'{value}" if is_formula else value
