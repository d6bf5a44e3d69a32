"""A class as a platform exports it, graded while it is killed, into every gradebook and back."""

from __future__ import annotations

import csv
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from autograder.commands.roster import Roster, read_roster
from autograder.export import WORKSHEETS
from tests.exported_class import (
    EXPORTS,
    Person,
    make_class,
    pack_export,
    roster,
    small_notebook,
    write_export,
)
from tests.faults import STAND_INS, Lab, ask, make_lab, rows
from tests.read_back import READERS, worksheet
from tests.whole import is_whole

pytestmark = pytest.mark.slow

# All platforms and kills in `make whole`; here one, and what is proven without grading elsewhere.
PLATFORMS = [*EXPORTS] if is_whole() else ["Moodle"]
SIZE, KILLS = (300, 5) if is_whole() else (30, 2)
FORMATS = [*READERS] if is_whole() else ["moodle", "jsonl"]
TITLE = "Two exercises"

# Of each person the status and the score, by number.
Grades = dict[str, tuple[str, str]]


@pytest.fixture(scope="module")
def people() -> list[Person]:
    """Everybody hands in what one of the stand-ins' class does."""
    edits = [*STAND_INS.edits.values()]
    slug = next(iter(STAND_INS.solutions))
    works = [
        small_notebook(
            slug, *(text.replace(*edits[n % len(edits)]) for text in STAND_INS.solutions.values())
        )
        for n in range(SIZE)
    ]
    return make_class(works, small_notebook(slug, *STAND_INS.solutions.values()))


@pytest.fixture(scope="module")
def undisturbed(people: list[Person], tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """The class in a folder a person, graded at once."""
    lab = make_lab(tmp_path_factory.mktemp("undisturbed") / "course", STAND_INS, ("ada",))
    (lab.root / "people.csv").write_text(roster(people), "utf-8")
    write_export(EXPORTS["folders"], people, lab.root / "exported")
    done = lab.run(*_grade(lab, lab.root / "exported"))
    assert done.returncode == 0, done.stderr
    return lab


def _grade(lab: Lab, path: Path) -> list[str]:
    options = ["--out", str(lab.out), "--roster", str(lab.root / "people.csv"), "--jobs", "2"]
    return [*lab.command[:3], "grade", str(path), *options]


def _listed(lab: Lab) -> Roster:
    return read_roster(lab.root / "people.csv")


def _number(listed: Roster, student: str) -> str:
    (person,) = listed.members(student)
    return person.ids[0]


def grades_in(lab: Lab) -> Grades:
    """The table of a graded class; nobody is in it twice."""
    listed = _listed(lab)
    table = [*csv.DictReader((lab.out / "grades.csv").read_text("utf-8").splitlines())]
    found = {_number(listed, row["student"]): (row["status"], row["score"]) for row in table}
    assert len(found) == len(table)
    return found


def _killed_when(lab: Lab, command: list[str], count: int) -> bool:
    """Kills a run once so many are recorded; false where it ended before."""
    with (lab.root / "said.txt").open("a") as said:
        run = subprocess.Popen(command, cwd=lab.root, env=lab.environment, stdout=said, stderr=said)
        while run.poll() is None:
            if ask(lab.out, "SELECT count(*) FROM hand_ins") >= [(count,)]:
                run.kill()
            time.sleep(0.01)
    return run.returncode < 0


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_class_is_graded_once_and_goes_out_as_it_came(
    platform: str, people: list[Person], undisturbed: Lab, tmp_path: Path
) -> None:
    """Whoever exported it and however often it is killed, all files have the same grades."""
    store = undisturbed.root / "store"
    lab = make_lab(tmp_path / "course", STAND_INS, ("ada",), store)
    (lab.root / "people.csv").write_text(roster(people), "utf-8")
    export = EXPORTS[platform]
    path = pack_export(export, people, lab.root / "exported.zip")
    chance = random.Random(platform)  # noqa: S311 - when to kill, no secret
    moments = sorted(chance.sample(range(1, SIZE - 1), KILLS))
    for count in moments:
        assert _killed_when(lab, _grade(lab, path), count)
    done = lab.run(*_grade(lab, path))
    assert done.returncode == 0, done.stderr
    times = Counter((row.student, row.slug) for row in rows(lab.out))
    assert {*times.values()} == {1}
    wanted = grades_in(undisturbed)
    if export.is_flat:
        nothing = {str(one.number) for one in people if not one.files}
        wanted |= dict.fromkeys(nothing, ("missing", ""))
    assert grades_in(lab) == wanted
    for form in FORMATS:
        assert _read_back(lab, form, people) == {
            number: float(score) for number, (_status, score) in wanted.items() if score
        }, form


def _read_back(lab: Lab, form: str, people: list[Person]) -> dict[str, float]:
    """The scores in one format, by the numbers of people."""
    file = lab.root / f"{form}.csv"
    options = ["--to", str(lab.root / f"{form}.out"), "--out", str(lab.out)]
    if form in WORKSHEETS:
        each = [(str(one.number), one.sortable, one.login) for one in people]
        file.write_text(worksheet(form, TITLE, 20, each), "utf-8")
        options += [str(file)]
    done = lab.run(*lab.command[:3], "export", form, *options)
    assert done.returncode == 0, done.stderr
    found = READERS[form](lab.root / f"{form}.out")
    if form in WORKSHEETS:
        return found
    listed, grades = _listed(lab), grades_in(lab)
    scores = {_number(listed, student): score for student, score in found.items()}
    # Whoever handed in nothing has a zero there.
    absent = [number for number, (status, _score) in grades.items() if status == "missing"]
    return {n: score for n, score in scores.items() if form != "nbgrader" or n not in absent}
