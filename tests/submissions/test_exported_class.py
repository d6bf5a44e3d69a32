"""One class in every layout: the same people with the same work, nobody lost and nobody two."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from autograder.commands.roster import Roster, read_roster
from autograder.records import Submission
from autograder.submissions.intake import read
from autograder.submissions.sources import Found, find
from tests.exported_class import (
    EXPORTS,
    Person,
    is_in,
    make_class,
    pack_export,
    roster,
    small_notebook,
    write_export,
)
from tests.whole import is_whole

SLUGS = ("first_model",)
SIZE = 300 if is_whole() else 60


@pytest.fixture(scope="module")
def people() -> list[Person]:
    notebooks = [small_notebook(SLUGS[0], f"x = {place}") for place in range(SIZE)]
    return make_class(notebooks, small_notebook(SLUGS[0], "raise NotImplementedError"))


@pytest.fixture(scope="module")
def digests(people: list[Person], tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """Of each person that of the notebook that counts, or nothing where it is to be refused."""
    folder = tmp_path_factory.mktemp("alone")
    for one in people:
        if one.notebook is not None:
            (folder / f"{one.number}.ipynb").write_bytes(one.notebook)
    read_alone = {
        int(source.student): read(source, SLUGS)
        for source in find([folder], SLUGS, tmp_path_factory.mktemp("workspace")).sources
    }
    return {
        one.number: work.digest
        if isinstance(work := read_alone.get(one.number), Submission)
        else ""
        for one in people
    }


@pytest.fixture
def listed(people: list[Person], tmp_path: Path) -> Roster:
    path = tmp_path / "people.csv"
    path.write_text(roster(people), "utf-8")
    return read_roster(path)


def work_of(found: Found, listed: Roster) -> dict[int, str]:
    """What counts of each person of the list, by number: the digest, or why it was refused."""
    work = {}
    for source in found.sources:
        (person,) = listed.members(source.student)
        number = int(person.ids[0])
        assert number not in work, f"{source.student} is two"
        submission = read(source, SLUGS)
        if isinstance(submission, Submission):
            work[number] = submission.digest
        else:
            work[number] = submission.reason.name
    return work


@pytest.mark.parametrize("platform", EXPORTS)
@pytest.mark.parametrize("how", ["folder", "zip"])
def test_every_layout_has_the_same_people_and_work(
    platform: str,
    how: str,
    people: list[Person],
    digests: dict[int, str],
    listed: Roster,
    tmp_path: Path,
) -> None:
    """Each person is found once, by the list, with the work that counts or a reason against it."""
    export = EXPORTS[platform]
    if how == "folder":
        path = write_export(export, people, tmp_path / "up" / "class").parent
    else:
        path = pack_export(export, people, tmp_path / "class.zip", "class/")
    found = find([path], SLUGS, tmp_path / "workspace")
    assert {*found.layouts.values()} == {export.layout}
    work = work_of(found, listed)
    assert {*work} == {one.number for one in people if is_in(export, one)}
    assert {number: digests[number] for number in work} == {
        number: "" if "." in digest else digest for number, digest in work.items()
    }
    ends = Counter(entry for source in found.sources for entry in source.entries)
    ends.update(aside.path for aside in found.aside)
    assert {*ends.values()} == {1}
