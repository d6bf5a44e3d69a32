"""Writes what each student is told as Markdown, and as a zip that Moodle and Canvas take back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from autograder.records import CheckResult, ExerciseGrade, Status, SubmissionGrade, Verdict
from autograder.report.files import file_stem, student_page
from autograder.report.verdicts import explained
from autograder.report.wording import (
    UNGRADED,
    VERDICT_SYMBOLS,
    capped,
    harmless,
    number,
    outcome_sentence,
    said,
    sentence_of,
    title_of,
)

# What Markdown would take for marks.
MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
# Moodle puts feedback where a folder of this kind says whose it is; Canvas reads the same from a
# file's name.
MOODLE_FOLDER = re.compile(r"([^_]+_\d+_assignsubmission_)(?:file|onlinetext)(_?.*)")
CANVAS_FILE = re.compile(r".+_\d+(?:_LATE)?_\d+_.+\.\w+")
FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # so that the same grades are the same zip


def markdown(grade: SubmissionGrade, title: str) -> str:
    """The grade of one student, for platforms that take text."""
    return "\n".join(_lines(grade, title)) + "\n"


def _lines(grade: SubmissionGrade, title: str) -> Iterator[str]:
    points = f"{number(grade.score)} of {number(grade.max_score)} points"
    yield f"# {_plain(title)}: {points if grade.has_score else UNGRADED[grade.status]}"
    yield ""
    if grade.reason is not None:
        yield _plain(said(grade.reason))
        yield ""
    for change in grade.changes:
        yield f"- {number(change.points)} points: {_plain(said(change.reason))}"
    for exercise in grade.exercises:
        yield from _exercise(grade, exercise)


def _exercise(grade: SubmissionGrade, exercise: ExerciseGrade) -> Iterator[str]:
    points = f"{number(grade.earned(exercise))} of {number(exercise.points)}"
    yield ""
    yield f"## {_plain(title_of(exercise.slug))} ({points})"
    yield ""
    if words := outcome_sentence(exercise.outcome):
        yield _plain(words)
        yield ""
    for check in exercise.checks:
        yield f"- {VERDICT_SYMBOLS[check.verdict]} {_plain(sentence_of(exercise.slug, check.name))}"
        yield from _reasons(check)


def _reasons(check: CheckResult) -> Iterator[str]:
    if check.verdict is Verdict.PASSED:
        return
    for label, words in explained(check):
        shown = _plain(capped(words)).replace("\n", "\n    ")
        yield f"  - {f'{label}: ' if label else ''}{shown}"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, whoever wrote it."""
    return MARKS.sub(r"\\\1", harmless(text))


def feedback_zip(grades: Iterable[SubmissionGrade], reports: Path) -> bytes:
    """Every student's page, under the name that their platform gave what they handed in."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for grade in grades:
            page = student_page(reports, grade.student)
            # Whoever handed in nothing has no place on the platform.
            if page.is_file() and grade.status is not Status.MISSING:
                name = zipfile.ZipInfo(place_of(grade), FIRST_DATE)
                name.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(name, page.read_bytes())
    return data.getvalue()


def place_of(grade: SubmissionGrade) -> str:
    """Where in such a zip a student's page lies."""
    name = PurePath(grade.path).name
    if match := MOODLE_FOLDER.fullmatch(name):
        return f"{match[1]}file_/feedback.html"
    if CANVAS_FILE.fullmatch(name):
        return f"{PurePath(name).stem}.html"
    return f"{file_stem(grade.student)}.html"
