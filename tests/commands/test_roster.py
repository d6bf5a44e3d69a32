"""The course's list of people: who is who, whatever platforms call them, and who is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.commands.roster import (
    Roster,
    forget_person,
    keep_roster,
    missing,
    named,
    read_roster,
    roster_of,
    told_by,
)
from autograder.records import Status
from autograder.wire.errors import UsageError
from tests.grades import grade

PLAIN = """ID,Name,Email
501,"O'Neil, Zoë",zoe@x.edu
502,Ada Lovelace,ada.l@x.edu
503,Sam Smith,sam1@x.edu
504,Sam Smith,sam2@x.edu
"""
CANVAS = """Student,ID,SIS Login ID,Section,Lab (9)
    Points Possible,,,,100
"O'Neil, Zoë",501,zoe,A,
"Lovelace, Ada",502,ada.l,A,
"""
MOODLE = """\ufeffIdentifier;Full name;Email address
Participant 501;Zoë O'Neil;zoe@x.edu
Participant 502;Ada Lovelace;ada.l@x.edu
"""
GERMAN = "Vorname\tNachname\tE-Mail-Adresse\nZoë\tO'Neil\tzoe@x.edu\nAda\tLovelace\tada.l@x.edu\n"


def roster(folder: Path, text: str) -> Roster:
    path = folder / "people.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


@pytest.mark.parametrize("student", ["Ada St. John, Jr", "St. John, Jr., Ada", "stjohnjrada_9"])
def test_a_name_may_have_a_comma_of_its_own(tmp_path: Path, student: str) -> None:
    """Which comma comes before the first name is not guessed: either way leads there."""
    found = roster(tmp_path, 'ID,Name\n7,"St. John, Jr., Ada"\n8,"St. John, Ada"\n')
    assert [one.row for one in found.members(student)] == [1]


@pytest.mark.parametrize("text", [PLAIN, CANVAS, MOODLE, GERMAN])
@pytest.mark.parametrize("student", ["zoe", "oneilzoë_901", "Zoë O'Neil_77", "O_Neil_ Zoë"])
def test_people_are_found_by_what_platforms_call_them(
    tmp_path: Path, text: str, student: str
) -> None:
    """A login, Canvas's and Moodle's names of files and an older name of ours are one person."""
    found = roster(tmp_path, text)
    (person,) = found.members(student)
    assert "Neil" in person.name
    assert [one.name for one in missing(found, [student]).values() if "Neil" in one.name] == []


def test_a_platforms_number_decides_over_a_name(tmp_path: Path) -> None:
    """Two people of one name are told apart by their numbers, and by the name are nobody."""
    found = roster(tmp_path, PLAIN)
    assert [one.row for one in found.members("smithsam_504")] == [4]
    assert found.members("Sam Smith") == []
    assert [one.row for one in found.members("sam1")] == [3]


def test_a_group_is_all_of_its_members(tmp_path: Path) -> None:
    """Who handed in together is listed together; with a stranger among them, nobody is guessed."""
    found = roster(tmp_path, PLAIN)
    assert [one.row for one in found.members("501, 502")] == [1, 2]
    assert found.members("501, nobody") == []


def test_whoever_handed_in_nothing_has_a_row(tmp_path: Path) -> None:
    """Names keep commas and apostrophes; who is missing is, and who is not listed is a stranger."""
    grades = [grade(student="oneilzoë_501"), grade(student="eve_666")]
    zoe, eve, *rest = named(grades, roster(tmp_path, PLAIN))
    assert (zoe.student, zoe.shown_name, zoe.is_stranger) == ("oneilzoë_501", "O'Neil, Zoë", False)
    assert (eve.shown_name, eve.is_stranger) == ("eve_666", True)
    assert [(one.student, one.status) for one in rest] == [
        ("502", Status.MISSING),
        ("503", Status.MISSING),
        ("504", Status.MISSING),
    ]
    assert not any(one.has_score for one in rest)
    assert [*named(grades, None)] == grades


def test_what_is_told(tmp_path: Path) -> None:
    """The command says who is missing, who is a stranger, and who came under two names."""
    told = [*told_by(roster(tmp_path, PLAIN), ["ada.l", "Ada Lovelace_502", "eve", "501", "504"])]
    assert told == [
        "Of 4 people listed, 1 handed in nothing.",
        "nothing handed in: Sam Smith",
        "not in the list: eve",
        "one person, by the list: ada.l; Ada Lovelace_502",
    ]


def test_a_list_is_kept_and_forgets(tmp_path: Path) -> None:
    """It lies beside the gradebook as it was; whoever is forgotten is gone from it."""
    assert roster_of(tmp_path) is None
    keep_roster(roster(tmp_path, PLAIN), tmp_path)
    assert (tmp_path / "roster.csv").read_text("utf-8") == PLAIN
    forget_person(tmp_path, "lovelaceada_502")
    kept = roster_of(tmp_path)
    assert kept is not None
    assert [one.key for one in kept.people] == ["501", "503", "504"]
    assert "Ada" not in (tmp_path / "roster.csv").read_text("utf-8")


def test_a_list_without_people_is_refused(tmp_path: Path) -> None:
    """Without a column that says who somebody is, nothing is guessed."""
    with pytest.raises(UsageError, match="no column that says who somebody is"):
        roster(tmp_path, "Section,Points\nA,5\n")


@given(st.lists(st.tuples(st.integers(1, 9), st.text(max_size=6)), max_size=8))
def test_everybody_is_found_or_missing_once(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[int, str]]
) -> None:
    """Of any list, each person is in a row of their own or is one whom a student is."""
    text = "ID,Name\n" + "".join(f'{n},"{name}"\n' for n, name in people if '"' not in name)
    folder = tmp_path_factory.mktemp("roster")
    try:
        found = roster(folder, text)
    except (UsageError, UnicodeEncodeError):
        return
    students = [str(n) for n in range(1, 5)]
    rows = {one.row for student in students for one in found.members(student)}
    absent = missing(found, students)
    assert sorted([*rows, *(one.row for one in absent.values())]) == [
        one.row for one in found.people
    ]
    assert not set(absent) & set(students)
