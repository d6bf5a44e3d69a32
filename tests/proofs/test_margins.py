"""Thresholds into distances: which side, how far, and what of it is written down."""

from __future__ import annotations

import ast
import inspect
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.expect import Threshold
from autograder.proofs.known_answers import read_known_answers
from autograder.proofs.margins import (
    SAFE,
    Margin,
    Measured,
    bound_of,
    deviations,
    markdown,
    measure,
    measured,
    rows_of,
)
from autograder.proofs.specimens import REFERENCE, Specimen
from tests import tiny
from tests.own_course import COURSE

ACCURACY = Threshold("the accuracy", at_least=0.7, percent=True)
LOSS = Threshold("the loss", at_most=0.5)

shares = st.floats(0, 1)


def specimen(name: str) -> Specimen:
    found = {each.name: each for each in tiny.specimens()}
    return found[name]


# ---- distances ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("threshold", "values", "must_pass", "away"),
    [
        (ACCURACY, [0.8, 0.9, 1.0], True, 2.0),
        (ACCURACY, [0.8, 0.9, 1.0], False, -2.0),
        (ACCURACY, [0.3, 0.4, 0.5], False, 3.0),
        (ACCURACY, [0.3, 0.4, 0.5], True, -3.0),
        (LOSS, [0.1, 0.2, 0.3], True, 3.0),
        (LOSS, [0.8, 0.9, 1.0], False, 4.0),
    ],
)
def test_distance_is_in_standard_deviations(
    threshold: Threshold, values: list[float], must_pass: bool, away: float
) -> None:
    """The distance is the mean's, in standard deviations, positive where the work belongs."""
    assert deviations(threshold, values, must_pass=must_pass) == pytest.approx(away)


@pytest.mark.parametrize("values", [[0.8, 0.8, 0.8], [0.8]])
def test_without_spread_only_the_side_counts(values: list[float]) -> None:
    """Work that always reaches the same value is infinitely far on its side."""
    assert deviations(ACCURACY, values, must_pass=True) == math.inf
    assert deviations(ACCURACY, values, must_pass=False) == -math.inf


def test_the_bound_itself_passes() -> None:
    """A value that is always the bound is on the passing side, as the threshold says."""
    assert deviations(LOSS, [0.5, 0.5], must_pass=True) == math.inf
    assert deviations(LOSS, [0.5, 0.5], must_pass=False) == -math.inf


@given(st.lists(shares, min_size=2), st.booleans(), st.sampled_from([ACCURACY, LOSS]))
def test_no_work_is_safe_on_both_sides(
    values: list[float], must_pass: bool, threshold: Threshold
) -> None:
    """Work that must pass and work that must fail are as far away, with opposite signs."""
    here = deviations(threshold, values, must_pass=must_pass)
    assert here == -deviations(threshold, values, must_pass=not must_pass)


# ---- what is measured --------------------------------------------------------------------------


def test_right_work_is_measured_at_every_threshold() -> None:
    """Of the reference, every threshold of every check is measured."""
    found = measured(specimen("reference"), tiny.task(), tiny.InProcess())
    assert found == {("answers_are_doubled", 0): (tiny.ENOUGH, 1.0)}


@pytest.mark.parametrize(("name", "share"), [("triples", 0.0), ("wrong above 10", 0.45)])
def test_a_mistake_is_measured_where_it_must_fail(name: str, share: float) -> None:
    """Of a mistake, the thresholds of the checks that it must fail are measured."""
    found = measured(specimen(f"mistake: {name}"), tiny.task(), tiny.InProcess())
    assert found == {("answers_are_doubled", 0): (tiny.ENOUGH, share)}


def test_a_mistake_is_not_measured_elsewhere() -> None:
    """A threshold that does not decide about a mistake is not measured for it."""
    assert measured(specimen("mistake: breaks at 0"), tiny.task(), tiny.InProcess()) == {}


def test_work_that_reports_nothing_is_not_measured() -> None:
    """A mistake that crashes before a threshold has no distance from it."""
    broken = Specimen(tiny.task(), "broken", "def double(n): return 1 / 0", frozenset())
    assert measured(broken, tiny.task(), tiny.InProcess()) == {}


# ---- what is written ---------------------------------------------------------------------------

LEARNS = Margin("neurons", "learns", ACCURACY, "reference", (0.8, 0.9, 1.0), 2.0)


def test_a_row_for_each_margin() -> None:
    """The table names exercise, check, threshold and work, and rounds its figures."""
    lazy = Margin("neurons", "learns", ACCURACY, "mistake: lazy", (0.1, 0.1), math.inf)
    *_, first, second = markdown([LEARNS, lazy]).splitlines()
    assert first.endswith("| mistake: lazy | 0.1 | 0 | 0.1 | 0.1 | inf | 2 |")
    assert second == (
        "| neurons | learns | `the accuracy >= 0.7` | reference | 0.9 | 0.1 | 0.8 | 1 | 2.0 | 3 |"
    )


def test_a_threshold_reached_once_is_written_too() -> None:
    """A margin of a single value has no spread and is a row like the others."""
    margin = Margin("neurons", "learns", LOSS, "reference", (0.4,), math.inf)
    assert "| reference | 0.4 | 0 | 0.4 | 0.4 | inf | 1 |" in markdown([margin])


def test_the_table_says_how_it_was_made() -> None:
    """Above the table stand the command and the distance that is safe."""
    text = markdown([])
    assert "`autograder margins`" in text
    assert f"None may be under {SAFE:g}." in text
    assert text.endswith("|\n")


def test_rows_of_other_exercises_are_kept() -> None:
    """What is measured again replaces the rows of its own exercise alone, in the same order."""
    other = replace(LEARNS, slug="more_layers")
    before = markdown([LEARNS, other])
    again = replace(LEARNS, specimen="accepted: another")
    assert rows_of(before, {"more_layers", "gone"}) == before.splitlines()[-2:-1]
    assert markdown([again], rows_of(before, {"more_layers"})) == markdown([other, again])


# ---- the course at hand ------------------------------------------------------------------------

ROWS = [
    line.strip("| ").split(" | ")
    for line in rows_of((COURSE.root / "docs" / "margins.md").read_text("utf-8"), COURSE.slugs)
]
each_exercise = pytest.mark.parametrize(
    ("name", "exercise"),
    [
        pytest.param(name, find_exercise(name, slug), id=slug)
        for name, table in COURSE.table.assignments.items()
        for slug in table.exercises
    ],
)


def thresholds(name: str, exercise: Exercise) -> list[Threshold]:
    """The thresholds that a definition names, at the level of its module."""
    module = import_module(f"autograder.exercises.{name}.{exercise.slug}")
    return [value for value in vars(module).values() if isinstance(value, Threshold)]


@each_exercise
def test_every_threshold_is_measured(name: str, exercise: Exercise) -> None:
    """Of each threshold, the reference and all accepted variants have a row.

    What trains on trust may keep the losses to itself.
    """
    known = read_known_answers(COURSE, name, exercise)
    right = [answer for answer in known if not answer.is_mistake and not answer.on_trust]
    works = [REFERENCE, *(answer.name for answer in right)]
    measured = {(slug, threshold, work) for slug, _check, threshold, work, *_ in ROWS}
    needed = {
        (exercise.slug, bound_of(each), work)
        for each in thresholds(name, exercise)
        for work in works
    }
    command = f"autograder margins --missing {exercise.slug} --out docs/margins.md"
    assert not needed - measured, f"docs/margins.md lacks rows; run `{command}` and commit it."


@each_exercise
def test_every_row_is_about_something(name: str, exercise: Exercise) -> None:
    """A threshold, a check or a known answer that is gone, or was changed, has no row."""
    bounds = {bound_of(each) for each in thresholds(name, exercise)}
    checks = {check.name for check in exercise.checks}
    known = read_known_answers(COURSE, name, exercise)
    works = {REFERENCE, *(answer.name for answer in known)}
    stale = [
        row
        for row in ROWS
        if row[0] == exercise.slug
        and not (row[1] in checks and row[2] in bounds and row[3] in works)
    ]
    command = f"autograder margins {exercise.slug} --out docs/margins.md"
    assert not stale, f"docs/margins.md has stale rows; run `{command}` and commit it."


@each_exercise
def test_thresholds_are_named_where_they_are_found(name: str, exercise: Exercise) -> None:
    """No threshold hides in a function, where its rows would not be asked for."""
    module = import_module(f"autograder.exercises.{name}.{exercise.slug}")
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Threshold")
    ]
    assert len(calls) == len(thresholds(name, exercise))


class NothingReached:
    """A pool that runs nothing, and keeps of whom it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def for_each(self, items: Sequence[Any], _work: object) -> Iterator[tuple[Any, Measured]]:
        self.asked += [specimen.name for specimen, _seed in items]
        yield from ((item, {}) for item in items)


def test_only_right_work_without_a_row_is_measured() -> None:
    """Beyond the rows that are there nothing is trained but what they lack."""
    text = (COURSE.root / "docs" / "margins.md").read_text("utf-8")
    rows = [row for row in rows_of(text, {"neurons"}) if " reference " not in row]
    pool: Any = NothingReached()
    found = measure(COURSE, "fashion_mnist", ["neurons"], seeds=[1, 2], pool=pool, beyond=rows)
    assert [*found] == []
    assert pool.asked == [REFERENCE]


def test_every_threshold_is_safe() -> None:
    """No right or wrong work is near the threshold that decides about it."""
    assert ROWS
    assert [row for row in ROWS if float(row[8]) < SAFE or int(row[9]) < 2] == []
