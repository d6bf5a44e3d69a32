"""Written answers are marked without names, and a sheet that is recorded twice counts once."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from autograder.commands.answers import adjust_by_sheet, write_sheet
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.wire.errors import UsageError
from tests import tiny
from tests.grades import exercise, grade

SLUG = tiny.SLUGS[0]
WRITTEN = {"Ada Lovelace": "More layers.", "bea": "=HYPERLINK(1)", "cem": "Fewer."}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path / "course")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "grades"
    with Gradebook(folder / "gradebook.sqlite") as book:
        for name, text in WRITTEN.items():
            own = [exercise(slug=slug) for slug in tiny.SLUGS]
            book.record(grade(*own, student=name, answers={SLUG: text}), "key", tiny.NAME)
    return folder


def sheet(course: Course, out: Path, path: Path) -> dict[str, dict[str, str]]:
    """The rows of a new sheet, by the text of the answer."""
    write_sheet(course, out, assignment=None, slug=SLUG, to=path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["text"]: row for row in csv.DictReader(file)}


def fill_in(path: Path, *rows: dict[str, str]) -> Path:
    """A sheet as a spreadsheet saves it elsewhere: semicolons, decimal commas."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["exercise", "answer", "points", "remark"], delimiter=";")
        writer.writeheader()
        writer.writerows({key: row.get(key, "") for key in writer.fieldnames} for row in rows)
    return path


def by_hand(out: Path) -> dict[str, list[tuple[float, str]]]:
    with Gradebook(out / "gradebook.sqlite") as book:
        return {
            one.student: [(each.points, str(each.reason.values["comment"])) for each in one.changes]
            for one in book.current(None, tiny.NAME)
            if one.changes
        }


def test_a_sheet_has_no_names_and_runs_nothing(course: Course, out: Path, tmp_path: Path) -> None:
    """It holds codes and texts in the page's order; what begins like a formula is text."""
    path = tmp_path / "marks.csv"
    rows = sheet(course, out, path)
    assert {*rows} == {"More layers.", "'=HYPERLINK(1)", "Fewer."}
    assert not any(name in path.read_text("utf-8-sig") for name in WRITTEN)
    with pytest.raises(UsageError, match="is there already"):
        sheet(course, out, path)


def test_points_and_remarks_are_recorded_once(course: Course, out: Path, tmp_path: Path) -> None:
    """They are what is given in all: another figure replaces the last, the same changes nothing."""
    rows = sheet(course, out, tmp_path / "marks.csv")
    ada = {**rows["More layers."], "points": "1,5", "remark": "Well seen"}
    path = fill_in(tmp_path / "filled.csv", ada, rows["Fewer."])
    for _again in range(2):
        adjust_by_sheet(course, out, assignment=None, file=path)
        assert by_hand(out) == {"Ada Lovelace": [(1.5, "Well seen")]}
    page = (out / "answers" / f"{SLUG}.html").read_text("utf-8")
    assert "<b>1.5</b> points" in page
    assert sheet(course, out, tmp_path / "next.csv")["More layers."]["points"] == "1.5"

    fill_in(path, {**ada, "points": "1", "remark": "Well seen, but late"})
    adjust_by_sheet(course, out, assignment=None, file=path)
    assert by_hand(out)["Ada Lovelace"] == [(1.5, "Well seen"), (-0.5, "Well seen, but late")]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"points": "many", "remark": "x"}, "line 3: 'many' is no number of points"),
        ({"points": "nan", "remark": "x"}, "line 3: 'nan' is no number of points"),
        ({"points": "2"}, "line 3: say why in remark"),
        ({"points": "2", "remark": "x", "answer": "0"}, "no answer '0'"),
    ],
)
def test_of_a_sheet_with_a_mistake_nothing_is_recorded(
    course: Course, out: Path, tmp_path: Path, edit: dict[str, str], words: str
) -> None:
    """The line is named, and rows that are right wait for it."""
    rows = sheet(course, out, tmp_path / "marks.csv")
    right = {**rows["More layers."], "points": "1", "remark": "Yes"}
    path = fill_in(tmp_path / "filled.csv", right, {**rows["Fewer."], **edit})
    with pytest.raises(UsageError, match=words):
        adjust_by_sheet(course, out, assignment=None, file=path)
    assert by_hand(out) == {}
