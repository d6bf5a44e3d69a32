"""Where the course comes from: whatever a document holds is covered by something that is there."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import find_course

COURSE = find_course(Path(__file__))
PAGE = (COURSE.root / "docs" / "sources.md").read_text("utf-8")
HEADING = re.compile(r"^## .+ \(`(\w+)`\)$", re.MULTILINE)
ROW = re.compile(r"^\| ([A-Z])-(\d+) \| .+ \| (.+) \|$", re.MULTILINE)
# What covers a row: its kind and, in code or in quotation marks, which one; a kind goes on.
PART = re.compile(
    r"(?:(exercise|introduction|pasted) )?(?:`(\w+)`|“([^”]+)”)(?:, |\Z)|\N{EN DASH}\Z"
)
SECTIONS = dict(zip(HEADING.findall(PAGE), re.split(HEADING, PAGE)[2::2], strict=True))


def parts_of(covered: str) -> list[tuple[str, str]]:
    """The kind and the name of each thing that covers a row."""
    parts, kind, end = list[tuple[str, str]](), "", 0
    for found in PART.finditer(covered):
        assert found.start() == end, covered
        kind, end = found[1] or kind, found.end()
        parts.append((kind, found[2] or found[3] or ""))
    assert end == len(covered), covered
    return parts


def words_of(path: Path) -> str:
    """What a script's Markdown and code say, on one line."""
    return " ".join(path.read_text("utf-8").split())


@pytest.mark.parametrize("assignment", SECTIONS)
def test_each_row_is_covered_by_what_is_there(assignment: str) -> None:
    """Exercises are the assignment's, words are in its introduction, lines are pasted by a test."""
    slugs = COURSE.table.assignments[assignment].exercises
    introduction = words_of(COURSE.root / "assignments" / assignment / "introduction.py")
    pasted = importlib.import_module(f"tests.exercises.{assignment}.test_pasted").PASTED
    there: dict[str, Callable[[str], bool]] = {
        "exercise": slugs.__contains__,
        "introduction": introduction.__contains__,
        "pasted": pasted.__contains__,
        "": lambda _: True,
    }
    for letter, number, covered in ROW.findall(SECTIONS[assignment]):
        for kind, name in parts_of(covered):
            assert there[kind](name), f"{letter}-{number}: {kind} {name}"


@pytest.mark.parametrize("assignment", SECTIONS)
def test_no_row_and_no_exercise_is_left_out(assignment: str) -> None:
    """Rows are numbered without a gap, and each exercise is of some row."""
    rows = ROW.findall(SECTIONS[assignment])
    assert [int(number) for _, number, _ in rows] == [*range(1, len(rows) + 1)]
    named = {name for *_, covered in rows for kind, name in parts_of(covered) if kind == "exercise"}
    assert named == {*COURSE.table.assignments[assignment].exercises}


def test_what_is_not_there_is_found() -> None:
    """A row's parts are read whole: none that is misspelt is passed over."""
    assert parts_of("exercise `meter`, pasted “one”, “two, three”") == [
        ("exercise", "meter"),
        ("pasted", "one"),
        ("pasted", "two, three"),
    ]
    for misspelt in ("exercises `meter`", "exercise meter", "`meter` and more"):
        with pytest.raises(AssertionError):
            assert all(kind for kind, _ in parts_of(misspelt))
