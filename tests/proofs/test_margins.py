"""Thresholds into distances: which side, how far, and what of it is written down."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.expect import Threshold
from autograder.proofs.margins import SAFE, Margin, deviations, markdown, measured
from autograder.proofs.specimens import Specimen
from tests import tiny

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


def test_a_row_for_each_margin() -> None:
    """The table names exercise, check, threshold and work, and rounds its figures."""
    margins = [
        Margin("neurons", "learns", ACCURACY, "reference", (0.8, 0.9, 1.0), 2.0),
        Margin("neurons", "learns", ACCURACY, "mistake: lazy", (0.1, 0.1), math.inf),
    ]
    *_, first, second = markdown(margins, 3).splitlines()
    assert first == (
        "| neurons | learns | the accuracy: at least 70% | reference | 0.9 | 0.1 | 0.8 | 1 | 2.0 |"
    )
    assert second.endswith("| mistake: lazy | 0.1 | 0 | 0.1 | 0.1 | inf |")


def test_a_threshold_reached_once_is_written_too() -> None:
    """A margin of a single value has no spread and is a row like the others."""
    margin = Margin("neurons", "learns", LOSS, "reference", (0.4,), math.inf)
    assert "| reference | 0.4 | 0 | 0.4 | 0.4 | inf |" in markdown([margin], 20)


def test_the_table_says_how_it_was_made() -> None:
    """Above the table stand the command, the number of seeds and the distance that is safe."""
    text = markdown([], 20)
    assert "`autograder margins`" in text
    assert "20 seeds" in text
    assert f"None may be under {SAFE:g}." in text
    assert text.endswith("|\n")
