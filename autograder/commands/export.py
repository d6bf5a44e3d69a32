"""`autograder export`: writes the grades of a class in the format of another program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from autograder.commands.class_reports import counting, reports
from autograder.commands.proposals import existing_gradebook
from autograder.commands.roster import Roster, roster_of, words_of
from autograder.course import Course
from autograder.export import FOLDERS, ONE_FILE, WORKSHEETS, feedback, tables
from autograder.export.sheet import as_bytes, read_sheet
from autograder.export.worksheets import (
    Filled,
    Names,
    fill_canvas,
    fill_classroom,
    fill_moodle,
)
from autograder.export.worksheets import words_of as words_in_file
from autograder.gradescope.results import results
from autograder.judging.exercise import find_exercise
from autograder.records import Status, SubmissionGrade
from autograder.report.files import file_stem, write_whole
from autograder.report.wording import counted, harmless
from autograder.wire.errors import UsageError

MOST_NAMED = 8
FILLED = "*-filled"


@dataclass(frozen=True, slots=True)
class Class:
    """What is exported: the grades that count now, and the course's list of people."""

    name: str
    title: str
    slugs: Sequence[str]
    folder: Path
    grades: Sequence[SubmissionGrade]
    roster: Roster | None


def export_grades(
    course: Course,
    out: Path,
    *,
    assignment: str | None,
    form: str,
    file: Path | None,
    column: str | None,
    to: Path | None,
) -> None:
    """Writes one format; a platform's own file is never written over."""
    if (form in WORKSHEETS) != (file is not None):
        needed = f"name the file that you exported from there: autograder export {form} FILE"
        raise UsageError(needed if file is None else f"{form} fills no file; leave {file} out.")
    name, table = course.assignment(assignment)
    folder = reports(course, out, name)
    with existing_gradebook(course, out, name) as gradebook:
        grades = [*counting(course, name, out, gradebook)]
    whole = Class(name, table.title, table.exercises, folder, grades, roster_of(out))
    console = Console(highlight=False)
    if file is not None:
        target = to or folder / f"{FILLED.replace('*', file.stem)}{file.suffix}"
        if target.exists() and target.samefile(file):
            raise UsageError(f"{file} is what is filled; name another file with --to.")
        filled = _filled(whole, form, file, column)
        write_whole(target, as_bytes(filled.sheet))
        _say(filled, console)
    elif form in FOLDERS:
        target = to or folder / form
        for path, text in _files(whole, form).items():
            write_whole(target / path, text.encode("utf-8", "backslashreplace"))
    else:
        target = to or folder / ONE_FILE[form]
        write_whole(target, _contents(whole, form))
    if whole.roster is not None:
        strangers = [one.student for one in grades if one.is_stranger]
        _say_some("not in the course's list", strangers, console)
    console.print(Text(f"written: {target}"), soft_wrap=True)


def exports_in(folder: Path, student: str) -> Iterator[Path]:
    """Exports beside the reports in a folder that may name a student."""
    yield from (folder / name for name in ONE_FILE.values())
    yield from folder.glob(f"{FILLED}.*")
    for form in FOLDERS:
        yield from (path for path in (folder / form).glob("*") if path.stem == file_stem(student))


def _filled(whole: Class, form: str, file: Path, column: str | None) -> Filled:
    sheet = read_sheet(file)
    names = _names(whole.roster)
    if form == "canvas":
        return fill_canvas(sheet, whole.grades, whole.title, column, names)
    if form == "moodle":
        return fill_moodle(sheet, whole.grades, column, names)
    return fill_classroom(sheet, whole.grades, names)


def _names(roster: Roster | None) -> Names:
    """What a file may call a student: as handed in, or as the course's list has each person."""

    def words(student: str) -> Sequence[Sequence[str]]:
        (own,) = words_in_file(student)
        members = [] if roster is None else roster.members(student)
        alone = len(members) == 1
        return [[*(own if alone else ()), *words_of(one)] for one in members] or [own]

    return words


def _contents(whole: Class, form: str) -> bytes:
    makers: dict[str, Callable[[], str]] = {
        "nbgrader": lambda: tables.nbgrader(whole.grades, whole.name),
        "otter": lambda: tables.otter(whole.grades, whole.slugs, _worth(whole)),
        "checks": lambda: tables.checks(whole.grades),
        "jsonl": lambda: tables.json_lines(whole.grades),
        "junit": lambda: tables.junit(whole.grades, whole.name),
    }
    if form == "feedback":
        return feedback.feedback_zip(whole.grades, whole.folder)
    return makers[form]().encode("utf-8", "backslashreplace")


def _worth(whole: Class) -> list[float]:
    return [
        sum(check.points for check in find_exercise(whole.name, slug).checks)
        for slug in whole.slugs
    ]


def _files(whole: Class, form: str) -> dict[str, str]:
    if form == "markdown":
        return {
            f"{file_stem(grade.student)}.md": feedback.markdown(grade, whole.title)
            for grade in whole.grades
        }
    made = {
        grade.student: results(grade, 0.0)
        for grade in whole.grades
        if grade.status is not Status.MISSING
    }
    return {
        f"{file_stem(student)}.json": msgspec.json.format(msgspec.json.encode(one)).decode()
        for student, one in made.items()
        if one is not None
    }


def _say(filled: Filled, console: Console) -> None:
    console.print(Text(f"{counted(filled.count, 'score')} filled in."), soft_wrap=True)
    for words, students in (
        ("not in the file", filled.strangers),
        ("in the file without a score, left as they are", filled.without),
        ("excused there, left as they are", filled.excused),
    ):
        _say_some(words, students, console)


def _say_some(words: str, students: Sequence[str], console: Console) -> None:
    if students:
        named = ", ".join(map(harmless, students[:MOST_NAMED]))
        more = ", ..." if len(students) > MOST_NAMED else ""
        console.print(Text(f"{len(students)} {words}: {named}{more}"), soft_wrap=True)
