"""Figures of classical test theory, against values that were computed by hand."""

from __future__ import annotations

import pytest

from autograder.report.statistics import FEWEST, alpha, discrimination

PASSED = [True, True, True, True, True, False, False, False, False, False]


def test_a_check_that_goes_with_the_rest_tells_apart() -> None:
    """Passed by all strong ones it is 1, by chance 0, by the weak ones -1."""
    strong = [1.0] * 5 + [0.0] * 5
    assert discrimination(PASSED, strong) == pytest.approx(1)
    assert discrimination(PASSED, strong[::-1]) == pytest.approx(-1)
    assert discrimination([True, False] * 5, [1, 1, 0, 0] * 2 + [1, 1]) == pytest.approx(0)


def test_few_students_and_one_verdict_say_nothing() -> None:
    """Chance is not shown as a figure."""
    assert discrimination(PASSED[: FEWEST - 1], [1.0, 2.0, *[0.0] * (FEWEST - 3)]) is None
    assert discrimination([True] * FEWEST, [float(n) for n in range(FEWEST)]) is None
    assert alpha([[1.0, 2.0]] * (FEWEST - 1)) is None
    assert alpha([[1.0]] * FEWEST) is None
    assert alpha([[1.0, 2.0]] * FEWEST) is None


def test_alpha_of_exercises() -> None:
    """The same mark in both exercises is agreement."""
    assert alpha([[float(n), float(n)] for n in range(FEWEST)]) == pytest.approx(1)
    marks = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]] * 2
    # By hand: each exercise varies by 0.24, their sum by 0.8.
    assert alpha(marks) == pytest.approx(2 * (1 - 0.48 / 0.8))
