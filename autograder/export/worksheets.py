"""Fills scores into the file that a platform gave an instructor, for it to take back.

Nothing else in that file changes. Canvas: `lib/gradebook_importer.rb`. Moodle:
`mod/assign/feedback/offline/importgradeslib.php`, whose heads and words are in the site's language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.export.sheet import Sheet
from autograder.records import Status, SubmissionGrade
from autograder.report.wording import number
from autograder.wire.errors import UsageError

NUMBER = re.compile(r"(\d+)$")
CANVAS_IDS = ("ID", "SIS User ID", "SIS Login ID", "Integration ID", "Student")
CANVAS_COLUMN = re.compile(r".+ \(\d+\)")
EXCUSED = "EX"
READ_ONLY = "(read only)"
CLASSROOM_IDS = ("github_username", "roster_identifier", "student_repository_name")
# How Moodle heads a worksheet's column of grades in the languages that we know of.
MOODLE_GRADES = (
    "Grade",
    "Bewertung",
    "Note",
    "Calificación",
    "Nota",
    "Valutazione",
    "Beoordeling",
    "Avaliação",
    "Ocena",
    "Оценка",
    "评分",
    "成绩",
    "評点",
)
MOODLE_MOST = ("Maximum Grade", "Maximum grade", "Beste Bewertung", "Höchstbewertung")


@dataclass(frozen=True, slots=True)
class Filled:
    """A platform's file with the scores, and who has none in it or is not in it."""

    sheet: Sheet
    count: int
    strangers: tuple[str, ...]
    without: tuple[str, ...]
    excused: tuple[str, ...] = field(default=())


# The words for each person who handed in under one name, those that say it best first.
Names = Callable[[str], Sequence[Sequence[str]]]


def words_of(student: str) -> list[list[str]]:
    """What a student may be called in a file: by the whole name, or by the platform's number."""
    head, _, tail = student.rpartition("_")
    return [[student, tail] if head and tail.isdigit() else [student]]


def fill_canvas(
    sheet: Sheet,
    grades: Iterable[SubmissionGrade],
    title: str,
    column: str | None,
    names: Names = words_of,
) -> Filled:
    """A Canvas gradebook with the scores in the column of the assignment."""
    ids = _columns(sheet, CANVAS_IDS)
    if "ID" not in ids:
        raise UsageError("That is no gradebook of Canvas: it has no column ID.")
    place = _canvas_column(sheet, title, column)
    people, most = [], ""
    for row, cells in enumerate(sheet.rows[1:], 1):
        if cells and "points possible" in cells[0].casefold():
            most = cells[place] if place < len(cells) else ""
        elif _cell(cells, ids["ID"]).isdigit():
            people.append(row)
    if READ_ONLY in most:
        raise UsageError(f"Canvas computes the column {sheet.rows[0][place]!r}; choose another.")
    own = list(grades)
    _refuse_other_most(most, own, "Canvas")
    return _fill(sheet, _people(sheet, people, [*ids.values()]), place, own, number, names)


def _canvas_column(sheet: Sheet, title: str, column: str | None) -> int:
    names = [cell for cell in sheet.rows[0] if CANVAS_COLUMN.fullmatch(cell)]
    wanted = column or title
    chosen = [one for one in names if one == wanted or one.rpartition(" (")[0] == wanted]
    if len(chosen) != 1:
        said = ", ".join(map(repr, names)) or "none"
        raise UsageError(
            f"Which column is for these grades? {wanted!r} is {len(chosen)} of them; name one with"
            f" --column. There are: {said}."
        )
    return sheet.rows[0].index(chosen[0])


def fill_moodle(
    sheet: Sheet, grades: Iterable[SubmissionGrade], column: str | None, names: Names = words_of
) -> Filled:
    """An offline grading worksheet of Moodle with the scores, in the way it writes numbers."""
    heads = [column] if column else MOODLE_GRADES
    place = next((at for name in heads if (at := sheet.column(name)) is not None), None)
    if place is None:
        said = ", ".join(map(repr, sheet.rows[0]))
        raise UsageError(f"Which column is for grades? Name it with --column; there are: {said}.")
    people = [row for row, cells in enumerate(sheet.rows) if row and NUMBER.search(_cell(cells, 0))]
    if not people:
        raise UsageError(
            "That is no grading worksheet of Moodle: its first column ends with no number."
        )
    at = next((at for name in MOODLE_MOST if (at := sheet.column(name)) is not None), None)
    most = _cell(sheet.rows[people[0]], at) if at is not None else ""
    own = list(grades)
    _refuse_other_most(most.replace(",", "."), own, "Moodle")
    comma = "," in most

    def written(points: float) -> str:
        return f"{points:.2f}".replace(".", ",") if comma else f"{points:.2f}"

    by_number = _people(sheet, people, [0], by_number=True)
    # A name or an address before the grade; a number there is not Moodle's own.
    by_name = _people(sheet, people, range(1, place))
    found = {key: row for key, row in by_name.items() if not key.isdigit()} | by_number
    return _fill(sheet, found, place, own, written, names)


def fill_classroom(
    sheet: Sheet, grades: Iterable[SubmissionGrade], names: Names = words_of
) -> Filled:
    """The grades file of a GitHub Classroom assignment with `points_awarded`."""
    ids, place = _columns(sheet, CLASSROOM_IDS), sheet.column("points_awarded")
    if place is None or not ids:
        raise UsageError("That is no grades file of GitHub Classroom: it has no points_awarded.")
    people = _people(sheet, range(1, len(sheet.rows)), [*ids.values()])
    return _fill(sheet, people, place, list(grades), number, names)


def _columns(sheet: Sheet, names: Sequence[str]) -> dict[str, int]:
    return {name: at for name in names if (at := sheet.column(name)) is not None}


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _refuse_other_most(most: str, grades: Sequence[SubmissionGrade], platform: str) -> None:
    """Points of another scale would be other grades."""
    try:
        theirs = float(most)
    except ValueError:
        return
    ours = next((grade.max_score for grade in grades), theirs)
    if abs(theirs - ours) > 0.005:  # noqa: PLR2004 - as far as two decimals can tell
        raise UsageError(
            f"{platform} counts this assignment with {number(theirs)} points, these grades with"
            f" {number(ours)}. Change it there, export the file once more, and fill that."
        )


def _fill(
    sheet: Sheet,
    people: Mapping[str, int],
    place: int,
    grades: Sequence[SubmissionGrade],
    written: Callable[[float], str],
    names: Names,
) -> Filled:
    """`people` has each person's row by every way to name them; 0 where a way is of several."""
    cells: dict[tuple[int, int], str] = {}
    strangers, without, excused, known = [], [], [], set[int]()
    each = [(grade, words) for grade in grades for words in names(grade.student)]
    for grade, words in each:
        row = next((row for word in words if (row := people.get(word.casefold(), 0))), 0)
        if not row:
            if grade.status is not Status.MISSING:
                strangers.append(grade.student)
            continue
        known.add(row)
        if _cell(sheet.rows[row], place).upper() == EXCUSED:
            excused.append(grade.student)
        elif not grade.has_score:
            without.append(grade.student)
        elif (row, place) in cells:
            raise UsageError(
                f"{grade.student!r} and somebody else are the same person in line {row + 1} of the"
                " file; grade one hand-in of theirs."
            )
        else:
            cells[row, place] = written(grade.score)
    nobody = [" ".join(sheet.rows[row][:1]) for row in _rows(people) if row not in known]
    return Filled(
        sheet.with_cells(cells),
        len(cells),
        tuple(dict.fromkeys(strangers)),
        (*without, *nobody),
        tuple(excused),
    )


def _rows(people: Mapping[str, int]) -> list[int]:
    return sorted({*people.values()} - {0})


def _people(
    sheet: Sheet, rows: Sequence[int], ids: Sequence[int], *, by_number: bool = False
) -> dict[str, int]:
    """The row of each person by what is in the columns `ids`, or by the number at its end."""
    people: dict[str, int] = {}
    for place in ids:
        own: dict[str, int] = {}
        for row in rows:
            text = _cell(sheet.rows[row], place)
            for key in {text.casefold(), *(NUMBER.findall(text) if by_number else ())}:
                if key:
                    own[key] = 0 if key in own else row
        people = {**own, **people}
    return people
