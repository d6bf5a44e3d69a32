"""Writes grades as a CSV file that spreadsheets and learning platforms import."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from autograder.records import Status, SubmissionGrade
from autograder.report.files import replacing
from autograder.report.wording import number

FIRST_COLUMNS = ("student", "status", "score", "max_score")
# What rests on trainings that the trainer could not repeat, and which sandbox kept the student's
# code in; empty where none of it was run.
LAST_COLUMNS = ("points_on_trust", "sandbox")
NAME_COLUMN = "name"
# A spreadsheet runs a cell that starts like this, blanks before it or not; an apostrophe makes it
# text.
FORMULA_STARTS = ("=", "+", "-", "@")
BLANKS = ("\t", "\r")
FIGURE = re.compile(r"-\d+([.,]\d+)?")
# Where some of them split a cell. A quotation mark behind that is no part of the next one.
PART_ENDS = re.compile(r"""((?:\A|[;\t\r\n])[\s"]*)""")


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
    """A cell that no spreadsheet takes for a formula, nor any part of it; numbers are none.

    Where a country's lists have semicolons, a spreadsheet splits our rows at these and at line
    breaks, for no such cell begins with a quotation mark, and takes each part for a cell.
    """
    text = _by_part(value, lambda part: f"'{part}" if _is_formula(part) else part)
    return f"'{text}" if text.startswith(BLANKS) else text


def as_written(cell: str) -> str:
    """A cell without the apostrophes that `as_text` has put there."""
    text = cell[1:] if cell[:1] == "'" and cell[1:].startswith(BLANKS) else cell
    return _by_part(text, lambda part: part[1:] if _is_marked(part) else part)


def _by_part(value: str, change: Callable[[str], str]) -> str:
    parts = PART_ENDS.split(value)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


def _is_formula(part: str) -> bool:
    return part.startswith(FORMULA_STARTS) and not FIGURE.fullmatch(part)


def _is_marked(part: str) -> bool:
    return part[:1] == "'" and _is_formula(part[1:])
