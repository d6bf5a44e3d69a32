"""CONTRIBUTING says which test proves what."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
TEXT = (TESTS.parent / "CONTRIBUTING.md").read_text("utf-8")
# By a marker, or by a decorator that tries more cases in `make whole`.
SLOW = re.compile(r"mark\.slow|^@fuzzed", re.MULTILINE)


def test_each_slow_file_is_listed_with_what_it_proves() -> None:
    """The table names every file of slow tests once, and none that is not there."""
    _before, table = TEXT.split("## What proves what", maxsplit=1)
    listed = re.findall(r"`((?:\w+/)*test_\w+\.py)`", table)
    slow = [
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("test_*.py")
        if path != Path(__file__) and SLOW.search(path.read_text("utf-8"))
    ]
    assert sorted(listed) == sorted(slow)


def test_the_longest_are_slow() -> None:
    """The order in which files begin names files that are there."""
    from tests.conftest import LONGEST

    assert [name for name in LONGEST if not (TESTS / name).is_file()] == []
