"""The table of what the points rest on: in step with the definitions, and mostly facts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from autograder.course import find_course
from autograder.judging.exercise import find_exercise

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "facts.md").read_text("utf-8")
SLUGS = find_course(ROOT).table.assignments["fashion_mnist"].exercises
KINDS = {"store", "recomputed", "claim"}
FEWEST_FACTS = 80

# Exercise, check, points and what they rest on.
Row = tuple[str, str, int, str]


def rows() -> list[Row]:
    """The lines of the table, without its head."""
    cells = [line.strip("|").split("|") for line in TEXT.splitlines() if line.startswith("| ")]
    stripped = [[cell.strip() for cell in line] for line in cells[1:]]
    return [(slug, check, int(points), kind) for slug, check, points, kind, _how in stripped]


def test_every_check_is_listed_with_its_points() -> None:
    """The table has each check of each exercise, in order, with the points that it is worth."""
    defined = [
        (slug, check.name, check.points)
        for slug in SLUGS
        for check in find_exercise("fashion_mnist", slug).checks
    ]
    assert [row[:3] for row in rows()] == defined


def test_the_sums_are_right() -> None:
    """Below the table stand the sums of what is in it."""
    sums: Counter[str] = Counter()
    for _slug, _check, points, kind in rows():
        sums[kind] += points
    assert set(sums) == KINDS
    facts = sums["store"] + sums["recomputed"]
    written = [int(number) for number in re.findall(r"\d+", TEXT.splitlines()[-1])]
    assert written == [
        sums["store"],
        sums["recomputed"],
        sums["claim"],
        facts,
        sum(sums.values()),
    ]


def test_most_points_rest_on_facts() -> None:
    """Of the hundred points, at least eighty cannot be forged."""
    facts = [points for _slug, _check, points, kind in rows() if kind != "claim"]
    assert sum(facts) >= FEWEST_FACTS
