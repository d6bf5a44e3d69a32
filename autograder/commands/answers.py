"""`autograder answers` and `adjust --sheet`: points and remarks for written answers, without names.

A sheet has what is given by hand for each answer in all. So recording the same sheet twice changes
nothing, and a figure that is changed in it replaces the one before.
"""

from __future__ import annotations

import csv
import io
import math
import shlex
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.class_reports import write_reports
from autograder.commands.proposals import command, existing_gradebook, say_missing, whoever
from autograder.commands.students import MOST_POINTS
from autograder.course import Course, chosen
from autograder.export.sheet import Sheet, read_sheet
from autograder.grading.gradebook import Gradebook
from autograder.grading.terms import terms_of
from autograder.records import Adjustment
from autograder.report.answers import Answer, answers_of, in_order
from autograder.report.csv_file import as_text, as_written
from autograder.report.files import write_whole
from autograder.report.wording import counted, number
from autograder.wire.errors import UsageError

COLUMNS = ("exercise", "answer", "points", "remark", "text")


@dataclass(frozen=True, slots=True)
class Marked:
    """A row that somebody filled in; `line` is where."""

    slug: str
    code: str
    points: float
    remark: str
    line: int


def write_sheet(
    course: Course, out: Path, *, assignment: str | None, slug: str | None, to: Path
) -> None:
    """Writes the answers to an exercise, or to all, as a sheet to fill in."""
    if to.exists():
        raise UsageError(f"{to} is there already, and may be filled in; name another file.")
    name, table = course.assignment(assignment, [slug] if slug else [])
    slugs = chosen(table.exercises, [slug] if slug else [])
    with existing_gradebook(course, out, name) as gradebook:
        found = _answers(gradebook, course, name)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    count = 0
    for one in (one for wanted in slugs for one in in_order(found.values()) if one.slug == wanted):
        points = "" if one.points is None else number(one.points)
        row = (one.slug, one.code, points, one.remark, one.text)
        writer.writerow(map(as_text, row))
        count += 1
    write_whole(to, text.getvalue().encode("utf-8-sig", "backslashreplace"))
    console = Console(highlight=False)
    console.print(Text(f"written: {to} ({counted(count, 'answer')})"), soft_wrap=True)
    record = command("adjust", course, out, name).rstrip("`")
    words = f"Fill in points and remarks, then {record} --sheet {shlex.quote(str(to))}`."
    console.print(Text(words), soft_wrap=True)


def adjust_by_sheet(course: Course, out: Path, *, assignment: str | None, file: Path) -> None:
    """Records the points and remarks of a sheet, all of them or none, and writes the reports."""
    sheet = read_sheet(file)
    marked = read_marks(sheet, file)
    # Which assignment it is, rows say that nobody filled in, too.
    name, _table = course.assignment(assignment, sorted({*sheet.texts(COLUMNS[0])} - {""}))
    with existing_gradebook(course, out, name) as gradebook:
        found = _answers(gradebook, course, name)
        adjustments = []
        for one in marked:
            answer = found.get((one.slug, one.code))
            if answer is None:
                raise UsageError(
                    f"{file}, line {one.line}: the gradebook has no answer {one.code!r} to"
                    f" {one.slug!r}. Nothing was recorded."
                )
            more = one.points - (answer.points or 0.0)
            if more or one.remark != answer.remark:
                adjustments.append(
                    Adjustment(answer.student, more, one.remark, whoever(), one.slug)
                )
        for adjustment in adjustments:
            gradebook.adjust(name, adjustment)
        written = write_reports(course, name, out, gradebook)
    console = Console(highlight=False)
    rest = len(marked) - len(adjustments)
    console.print(f"{counted(len(adjustments), 'answer')} adjusted, {rest} as before.")
    say_missing(written, course, out, name, console)


def read_marks(sheet: Sheet, file: Path) -> list[Marked]:
    """The rows with points or a remark; raises `UsageError` for one that nobody can record."""
    places = [sheet.column(name) for name in COLUMNS[:4]]
    if None in places:
        raise UsageError(f"{file} has not the columns {', '.join(COLUMNS[:4])}.")
    found = []
    for line, cells in enumerate(sheet.rows[1:], 2):
        slug, code, points, remark = (
            cells[at].strip() if at is not None and at < len(cells) else "" for at in places
        )
        if not points and not remark:
            continue
        try:
            value = float(points.replace(",", ".").replace("\N{MINUS SIGN}", "-") or 0)
        except ValueError:
            value = math.nan
        if not abs(value) <= MOST_POINTS:
            raise UsageError(f"{file}, line {line}: {points!r} is no number of points.")
        if points and not remark:
            raise UsageError(f"{file}, line {line}: say why in remark; the student reads it.")
        found.append(Marked(slug, code, value, as_written(remark), line))
    twice = [key for key, n in Counter((one.slug, one.code) for one in found).items() if n > 1]
    if twice:
        raise UsageError(f"{file} has several rows for the answer {twice[0][1]!r}.")
    return found


def _answers(gradebook: Gradebook, course: Course, name: str) -> dict[tuple[str, str], Answer]:
    grades = gradebook.current(None, name, terms_of(course, name))
    return {(one.slug, one.code): one for grade in grades for one in answers_of(grade)}
