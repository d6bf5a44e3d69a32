"""Names that change below the functions that use them."""

from __future__ import annotations

import pytest

from autograder.records import Cell
from autograder.submissions.changed_below import changed_below
from autograder.submissions.slicing import analyse, needed
from autograder.wire.messages import message

HELPER = "def helper(): return SIZE"
F = "def f(): return helper()"


def found(*sources: str) -> dict[str, object]:
    """What is found in cells, for `f` and `g`."""
    cells = tuple(Cell(number, f"cell {number}", text) for number, text in enumerate(sources, 1))
    analysis = analyse(cells)
    return {**changed_below(analysis, needed(analysis, ["f", "g"]), ["f", "g"])}


def test_a_constant_that_is_set_again_is_found_where_it_is_used() -> None:
    """It changes what a helper of the function does, and nothing about other functions."""
    cells = ("SIZE = 5", f"{HELPER}\n{F}\ndef g(): return 1", "print(f())\nSIZE = 10")
    assert found(*cells) == {
        "f": message(
            "cell.changed_below", reader="helper", name="SIZE", code="SIZE = 10", cell="cell 3"
        )
    }


@pytest.mark.parametrize("change", ["SIZE.append(3)", "SIZE[0] = 3", "SIZE += [3]"])
def test_a_list_that_is_changed_is_found(change: str) -> None:
    """By a method, an item or an operator."""
    assert [*found("SIZE = [1]", f"{HELPER}\n{F}", change)] == ["f"]


@pytest.mark.parametrize(
    "cells",
    [
        ("SIZE = 5", f"{HELPER}\n{F}"),
        (f"{HELPER}\n{F}", "SIZE = 5"),
        (f"{HELPER}\n{F}", "SIZE = []\nSIZE.append(3)"),
        ("SIZE = 5", "SIZE = 10", f"{HELPER}\n{F}"),
        ("SIZE = 5", f"{HELPER}\n{F}\nSIZE = 10"),
        ("SIZE = 5", "def f(SIZE): return SIZE", "SIZE = 10"),
        ("def helper(): return 1", F, "def helper(): return 2"),
        ("SIZE = build()", f"{HELPER}\n{F}", "history = SIZE.fit(images, labels)"),
        ("SIZE = build()", f"{HELPER}\n{F}", "SIZE.compile()"),
        ("import math as SIZE", f"{HELPER}\n{F}", "import numpy as SIZE"),
    ],
)
def test_other_names_are_none_of_it(cells: tuple[str, ...]) -> None:
    """Set once, above or in the same cell; one's own, a definition, a model that trains."""
    assert found(*cells) == {}


def test_what_is_not_executed_changes_nothing() -> None:
    """Only the statements of the reading count that is graded."""
    cells = ("SIZE = 5", f"{HELPER}\n{F}", "SIZE = 10")
    analysis = analyse(tuple(Cell(n, f"cell {n}", text) for n, text in enumerate(cells, 1)))
    assert changed_below(analysis, needed(analysis, ["f"], until=3), ["f"]) == {}
