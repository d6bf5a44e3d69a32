"""What `autograder export` writes, and what it never writes over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.commands.class_reports import write_reports
from autograder.commands.export import export_grades
from autograder.course import Course
from autograder.export import FOLDERS, FORMATS, WORKSHEETS
from autograder.grading.gradebook import Gradebook
from autograder.records import Verdict
from autograder.submissions.sources import safe_name
from autograder.wire.errors import UsageError
from tests import tiny
from tests.exported_class import Person, make_class, roster, small_notebook
from tests.grades import check, exercise, grade, refused
from tests.read_back import READERS, worksheet

CANVAS = "Student,ID,Section,Tiny (7)\nPoints Possible,,,10\nAda,501,A,\n"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course of which Ada is graded."""
    made = tiny.course(tmp_path / "course")
    with Gradebook(tmp_path / "grades" / "gradebook.sqlite") as book:
        ada = grade(*(exercise(slug=slug) for slug in tiny.SLUGS), student="ada_501")
        book.record(ada, "key", tiny.NAME)
        write_reports(made, tiny.NAME, tmp_path / "grades", book)
    return made


def export(
    course: Course, tmp_path: Path, form: str, file: Path | None = None, column: str = "Tiny"
) -> None:
    export_grades(
        course,
        tmp_path / "grades",
        assignment=None,
        form=form,
        file=file,
        column=column,
        to=None,
    )


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in WORKSHEETS])
def test_every_format_is_written(
    form: str, course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each without a file of a platform writes one of its own, or one for each student."""
    export(course, tmp_path, form)
    written = Path(capsys.readouterr().out.partition("written: ")[2].strip())
    files = list(written.iterdir()) if form in FOLDERS else [written]
    assert [file for file in files if file.stat().st_size]


def test_a_platforms_file_is_filled_beside_it(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file that was named stays; the filled one lies with the reports; the count is said."""
    file = tmp_path / "theirs.csv"
    file.write_text(CANVAS)
    export(course, tmp_path, "canvas", file)
    assert file.read_text() == CANVAS
    filled = tmp_path / "grades" / "theirs-filled.csv"
    assert filled.read_text() == CANVAS.replace("Ada,501,A,", "Ada,501,A,10")
    assert "1 score filled in." in capsys.readouterr().out


def canvas_name(person: Person) -> str:
    """What a file of Canvas is called before the numbers, and the person's."""
    return safe_name(f"{re.sub(r'[^0-9A-Za-z]', '', person.sortable.lower())}_{person.number}")


@pytest.mark.parametrize("form", READERS)
def test_every_format_is_read_back_with_the_same_grades(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a class with a list: whoever has a score has it there, and nobody else has one."""
    course, out = tiny.course(tmp_path / "course"), tmp_path / "grades"
    notebook = small_notebook(tiny.SLUGS[0], "x = 1")
    *people, absent = make_class([notebook] * 60, notebook)
    out.mkdir()
    (out / "roster.csv").write_text(roster([*people, absent]), "utf-8")
    scores = {}
    with Gradebook(out / "gradebook.sqlite") as book:
        for place, person in enumerate(people):
            name = canvas_name(person)
            if person.notebook is None:
                book.record(refused(name), "key", tiny.NAME)
                continue
            earned = place % 11 / 2
            checks = check(points=earned), check(Verdict.FAILED, 5 - earned)
            own = [exercise(*checks, slug=slug) for slug in tiny.SLUGS]
            book.record(grade(*own, student=name), "key", tiny.NAME)
            key = str(person.number) if form in WORKSHEETS else name
            scores[key] = len(tiny.SLUGS) * earned
    file = None
    if form in WORKSHEETS:
        file = tmp_path / "theirs.csv"
        rows = [(str(one.number), one.sortable, one.login) for one in [*people, absent]]
        most = 5 * len(tiny.SLUGS)
        file.write_text(worksheet(form, "Tiny", most, rows), "utf-8")
    export(course, tmp_path, form, file, column="Grade" if form == "moodle" else "Tiny")
    written = Path(capsys.readouterr().out.rpartition("written: ")[2].strip())
    found = READERS[form](written)
    if form == "nbgrader":
        assert found.pop(str(absent.number)) == 0
    assert found == scores


@pytest.mark.parametrize("form", ["canvas", "jsonl"])
def test_a_file_goes_with_what_fills_one(form: str, course: Course, tmp_path: Path) -> None:
    """A platform's format needs its file, and another one takes none."""
    file = None if form in WORKSHEETS else tmp_path / "theirs.csv"
    with pytest.raises(UsageError, match=r"name the file|leave .* out"):
        export(course, tmp_path, form, file)
