"""Figures of classical test theory, against values that were computed by hand."""

from __future__ import annotations

import pytest

from autograder.report.statistics import (
    FEWEST,
    Estimate,
    alpha,
    discrimination,
    fifths,
    proportion,
)

PASSED = [True, True, True, True, True, False, False, False, False, False]


def value(found: Estimate | None) -> float:
    assert found is not None
    return found.value


def interval(found: Estimate | None) -> tuple[float, float]:
    assert found is not None
    return found.low, found.high


def test_a_check_that_goes_with_the_rest_tells_apart() -> None:
    """Passed by all strong ones it is 1, by chance 0, by the weak ones -1."""
    strong = [1.0] * 5 + [0.0] * 5
    assert value(discrimination(PASSED, strong)) == pytest.approx(1)
    assert value(discrimination(PASSED, strong[::-1])) == pytest.approx(-1)
    chance = discrimination([True, False] * 5, [1, 1, 0, 0] * 2 + [1, 1])
    assert value(chance) == pytest.approx(0)
    # Fisher's, of ten students: the hyperbolic tangent of 1.96 over the root of 7.
    assert interval(chance) == pytest.approx((-0.6296, 0.6296), abs=1e-4)


def test_a_low_check_is_one_beyond_doubt() -> None:
    """Chance makes a check of few students suspicious to nobody."""
    outcomes, others = [True, False], [1.0, 1.0, 0.0, 0.0]
    few = discrimination(outcomes * 8, others * 4)
    many = discrimination(outcomes * 200, others * 100)
    assert few is not None
    assert many is not None
    assert not few.is_low
    assert many.is_low
    # Not even where every strong one of a dozen fails it.
    dozen = discrimination([True, False] * 6, [0.0, 1.0] * 6)
    assert dozen is not None
    assert dozen.value == pytest.approx(-1)
    assert not dozen.is_low


def test_shares_lie_within_wilsons_interval() -> None:
    """It stays within 0 and 1, where a normal one would not."""
    # Brown, Cai and DasGupta (2001) give 0 to 0.2775 for none of ten, as does R's prop.test.
    assert interval(proportion(0, 10)) == pytest.approx((0, 0.2775), abs=1e-4)
    assert interval(proportion(5, 20)) == pytest.approx((0.1119, 0.4687), abs=1e-4)
    assert proportion(5, FEWEST - 1) is None


def test_fifths_are_means_from_weak_to_strong() -> None:
    """Each student is in one of them, and equal scores stay in the order in which they came."""
    marks = [(float(n), n % 2) for n in range(11)]
    assert fifths(marks[::-1]) == pytest.approx((0.5, 0.5, 0.5, 0.5, 1 / 3))
    assert fifths(marks[: FEWEST - 1]) == ()


def test_few_students_and_one_verdict_say_nothing() -> None:
    """Chance is not shown as a figure."""
    assert discrimination(PASSED[: FEWEST - 1], [1.0, 2.0, *[0.0] * (FEWEST - 3)]) is None
    assert discrimination([True] * FEWEST, [float(n) for n in range(FEWEST)]) is None
    assert alpha([[1.0, 2.0]] * (FEWEST - 1)) is None
    assert alpha([[1.0]] * FEWEST) is None
    assert alpha([[1.0, 2.0]] * FEWEST) is None


def test_alpha_of_exercises() -> None:
    """The same mark in both exercises is agreement."""
    assert value(alpha([[float(n), float(n)] for n in range(FEWEST)])) == pytest.approx(1)
    marks = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]] * 2
    # By hand: each exercise varies by 0.24, their sum by 0.8.
    found = alpha(marks)
    assert value(found) == pytest.approx(2 * (1 - 0.48 / 0.8))
    # Bonett's, of two exercises and ten students: e to 1.96 times the root of 4 over 8.
    assert interval(found) == pytest.approx((1 - 0.2 * 3.9984, 1 - 0.2 / 3.9984), abs=1e-4)
