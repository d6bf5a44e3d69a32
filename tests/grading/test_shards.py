"""Shards of a class: nobody is in none of them or in two, whatever the names are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.grading.shards import (
    Shard,
    begin,
    discard,
    finish,
    is_finished,
    shard_of,
    shards_in,
)
from autograder.wire.errors import UsageError


@given(st.lists(st.text(), unique=True), st.integers(1, 9))
def test_each_student_is_in_one_shard(students: list[str], of: int) -> None:
    """Their sum is the class."""
    shards = [Shard(of, number) for number in range(1, of + 1)]
    assert all(sum(shard.takes(student) for shard in shards) == 1 for student in students)


def test_a_class_is_divided_evenly() -> None:
    """No shard of four has twice its share."""
    names = [f"student-{number}" for number in range(400)]
    sizes = [sum(map(Shard(4, number).takes, names)) for number in range(1, 5)]
    assert sum(sizes) == 400
    assert max(sizes) < 200


@pytest.mark.parametrize("text", ["", "0/4", "5/4", "1", "a/b", "1/0", "-1/4", "1/4/2", "٣/4 "])
def test_what_names_no_shard_is_refused(text: str) -> None:
    """The message says how one is written."""
    with pytest.raises(UsageError, match="such as 1/16"):
        shard_of(text)


def test_shards_are_found_in_the_folder_of_reports(tmp_path: Path) -> None:
    """In their order, and each knows whether its run came to an end."""
    for shard in (shard_of("10/12"), shard_of("2/12")):
        shard.folder(tmp_path).mkdir(parents=True)
    (tmp_path / "shards" / "notes-of-mine").mkdir()
    assert shards_in(tmp_path) == [Shard(12, 2), Shard(12, 10)]
    folder = Shard(12, 2).folder(tmp_path)
    finish(folder, {"a": 3})
    assert is_finished(folder)
    begin(folder)
    assert not is_finished(folder)


def test_a_shard_that_lies_elsewhere_stays_there(tmp_path: Path) -> None:
    """Only the link to it goes, and what no run names so is no shard."""
    elsewhere, shards = tmp_path / "elsewhere", tmp_path / "shards"
    for folder in (elsewhere, shards / "2-of-2", shards / "01-of-2", shards / "0-of-0"):
        folder.mkdir(parents=True)
    (shards / "1-of-2").symlink_to(elsewhere)
    assert shards_in(tmp_path) == [Shard(2, 1), Shard(2, 2)]
    for shard in shards_in(tmp_path):
        discard(shard.folder(tmp_path))
    assert shards_in(tmp_path) == []
    assert elsewhere.is_dir()
