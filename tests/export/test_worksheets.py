"""Scores in a platform's own file: in the right cells, and in no other."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.export.sheet import Sheet, as_bytes, read_sheet
from autograder.export.worksheets import fill_canvas, fill_classroom, fill_moodle
from autograder.records import Status, SubmissionGrade
from autograder.wire.errors import UsageError
from tests.grades import MAX_SCORE, check, exercise, grade, refused

CANVAS = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Lab 1 (77),Lab 2 (78),Current Score
,,,,,Manual Posting,,
    Points Possible,,,,,100,10,(read only)
"Doe, Jane",501,u501,jdoe,"A, B",,3,10
"O'Neil, Seán",502,u502,soneil,A,EX,,
"Lee, Pat",503,u503,plee,A,12,7,
"Kim, Jo",504,u504,kim_2,A,,,
"Student, Test",,,,A,,,
"""
MOODLE = """Kennung;Vollständiger Name;Status;Bewertung;Beste Bewertung;Zuletzt geändert;Kommentar
Teilnehmer/in71;Ada Lovelace;"Abgegeben; spät";;100,00;-;"Gut;
gemacht"
Teilnehmer/in72;Ben O'Brien;Abgegeben;5,00;100,00;-;
Teilnehmer/in73;Cem;Keine Abgabe;;100,00;-;
"""
CLASSROOM = """"assignment_name","github_username","roster_identifier","points_awarded"
"lab","ada","1001",""
"lab","ben-b","","3"
"""


def scored(student: str, points: float) -> SubmissionGrade:
    made = grade(exercise(check(points=points), slug="neurons"), student=student)
    return replace(made, max_score=MAX_SCORE)


def sheet_of(folder: Path, text: str, encoding: str = "utf-8") -> Sheet:
    path = folder / "theirs.csv"
    path.write_bytes(text.encode(encoding))
    return read_sheet(path)


def cells(data: bytes, encoding: str, delimiter: str = ",") -> list[list[str]]:
    text = data.decode(encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def as_canvas_reads(rows: Sequence[Sequence[str]], title: str) -> dict[str, str]:
    """What Canvas's importer takes: by the ID column, below the row of points, one column each."""
    head = list(rows[0])
    place = next(at for at, name in enumerate(head) if re.fullmatch(rf"{title} \(\d+\)", name))
    start = next(at for at, row in enumerate(rows) if "Points Possible" in row[0])
    return {row[head.index("ID")]: row[place] for row in rows[start + 1 :] if row[1]}


def test_a_gradebook_of_canvas_gets_its_scores(tmp_path: Path) -> None:
    """By the user's number or login, in the assignment's column; the excused stay excused."""
    sheet = sheet_of(tmp_path, CANVAS)
    grades = [
        scored("doejane_501", 87.5),
        scored("oneilsean_502", 40),
        scored("kim_2", 9),
        scored("nobody_999", 1),
        refused("leepat_503"),
    ]
    filled = fill_canvas(sheet, grades, "Lab 1", None)
    data = as_bytes(filled.sheet)
    assert as_canvas_reads(cells(data, "utf-8-sig"), "Lab 1") == {
        "501": "87.5",
        "502": "EX",
        "503": "12",
        "504": "9",
    }
    assert (filled.count, filled.strangers, filled.excused) == (
        2,
        ("nobody_999",),
        ("oneilsean_502",),
    )
    assert filled.without == ("leepat_503",)


def test_a_number_in_a_name_is_no_platforms_number(tmp_path: Path) -> None:
    """A login that ends with a number is a login, and one in the file is no number of a user."""
    text = CANVAS.replace('"Lee, Pat",503,u503,plee', '"Lee, Pat",2,u503,p_999')
    filled = fill_canvas(
        sheet_of(tmp_path, text), [scored("kim_2", 9), scored("x_999", 1)], "Lab 1", None
    )
    found = as_canvas_reads(cells(as_bytes(filled.sheet), "utf-8-sig"), "Lab 1")
    assert (found["504"], found["2"]) == ("9", "12")
    assert filled.strangers == ("x_999",)


def test_other_names_of_a_person_lead_to_the_row(tmp_path: Path) -> None:
    """The course's list says what a file calls somebody; who handed in together has a row each."""
    people = {
        "octocat": [["octocat", "jdoe"]],
        "a, b": [["Lee, Pat"], ["kim_2"]],
        "eve, soneil": [["eve"], ["soneil"]],
    }
    grades = [scored(name, place) for place, name in enumerate(people, 1)]
    absent = replace(refused("absent"), status=Status.MISSING)
    people["absent"] = [["absent"]]
    filled = fill_canvas(
        sheet_of(tmp_path, CANVAS), [*grades, absent], "Lab 1", None, people.__getitem__
    )
    found = as_canvas_reads(cells(as_bytes(filled.sheet), "utf-8-sig"), "Lab 1")
    assert found == {"501": "1", "502": "EX", "503": "2", "504": "2"}
    assert filled.strangers == ("eve, soneil",)


def test_nothing_else_in_a_file_changes(tmp_path: Path) -> None:
    """Without scores a file comes back as it was: its mark, quotes, separators and line ends."""
    for text in (CANVAS, MOODLE, CLASSROOM, CANVAS.replace("\n", "\r\n")):
        for encoding in ("utf-8", "cp1252", "utf-16"):
            if encoding == "cp1252" and "\ufeff" in text:
                continue
            sheet = sheet_of(tmp_path, text, encoding)
            assert as_bytes(sheet) == text.encode(encoding)


def test_a_worksheet_of_moodle_gets_its_scores(tmp_path: Path) -> None:
    """By the participant's number, in the language's column, with its comma."""
    sheet = sheet_of(tmp_path, MOODLE, "cp1252")
    filled = fill_moodle(sheet, [scored("Ada Lovelace_71", 87.5), scored("Cem_73", 3)], None)
    rows = cells(as_bytes(filled.sheet), "cp1252", ";")
    assert [row[3] for row in rows[1:]] == ["87,50", "5,00", "3,00"]
    assert rows[1][6] == "Gut;\ngemacht"
    assert filled.without == ("Teilnehmer/in72",)


def test_a_worksheet_of_moodle_has_names_too(tmp_path: Path) -> None:
    """Whoever handed in elsewhere is found by name; a number is the participant's alone."""
    sheet = sheet_of(tmp_path, MOODLE.replace("Cem", "72"))
    filled = fill_moodle(sheet, [scored("Ada Lovelace", 5), scored("x_72", 2)], None)
    rows = cells(as_bytes(filled.sheet), "utf-8", ";")
    assert [row[3] for row in rows[1:]] == ["5,00", "2,00", ""]


def test_grades_of_github_classroom_get_their_points(tmp_path: Path) -> None:
    """By the username or the roster's name."""
    sheet = sheet_of(tmp_path, CLASSROOM)
    filled = fill_classroom(sheet, [scored("1001", 50), scored("ben-b", 60)])
    rows = cells(as_bytes(filled.sheet), "utf-8")
    assert [row[3] for row in rows] == ["points_awarded", "50", "60"]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (CANVAS, "Lab 9", "Which column .* 'Lab 1 \\(77\\)', 'Lab 2 \\(78\\)'"),
        (CANVAS, "Lab 2", "with 10 points, these grades with 100"),
        ("a,b\n1,2\n", None, "no gradebook of Canvas"),
    ],
)
def test_a_doubt_is_said_and_nothing_is_filled(
    tmp_path: Path, text: str, column: str | None, words: str
) -> None:
    """No such column, another scale, another file: a sentence, and no guess."""
    with pytest.raises(UsageError, match=words):
        fill_canvas(sheet_of(tmp_path, text), [scored("doejane_501", 1)], "Lab 1", column)


def test_one_person_twice_is_said(tmp_path: Path) -> None:
    """Two hand-ins under two names of one person do not overwrite each other."""
    sheet = sheet_of(tmp_path, CANVAS)
    with pytest.raises(UsageError, match="the same person in line 4"):
        fill_canvas(sheet, [scored("doejane_501", 1), scored("jdoe", 2)], "Lab 1", None)


@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b'ID,Name\n1,"' + b"Ada\n" * 50_000])
def test_what_is_no_table_is_said(tmp_path: Path, data: bytes) -> None:
    """An empty or binary file, or a cell of all that follows, is refused in a sentence."""
    (tmp_path / "theirs.csv").write_bytes(data)
    with pytest.raises(UsageError, match="is no CSV file"):
        read_sheet(tmp_path / "theirs.csv")


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)


@given(st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1, max_size=5))
def test_any_table_keeps_its_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    """Whatever is in a cell, it is there again after another one was filled."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([["ID", "x"], *rows])
    sheet = sheet_of(tmp_path_factory.mktemp("sheet"), text.getvalue())
    again = cells(as_bytes(sheet.with_cells({(0, 1): "y"})), "utf-8")
    assert again == [["ID", "y"], *rows]
