"""What a slip costs: what it fails and what is skipped after it, and when it needs a reason."""

from __future__ import annotations

import pytest

from autograder.proofs.costs import Cost, cost_of, cost_problems
from autograder.proofs.known_answers import KnownAnswer
from tests import tiny

WHOLE, DOUBLED, ZERO = "answers_are_whole", "answers_are_doubled", "zero_stays_zero"


@pytest.mark.parametrize(
    ("fails", "cost"),
    [
        ([], Cost((), (), 0, 6)),
        ([ZERO], Cost((ZERO,), (), 1, 6)),
        ([ZERO, DOUBLED], Cost((DOUBLED, ZERO), (), 4, 6)),
        ([WHOLE], Cost((WHOLE,), (DOUBLED,), 5, 6)),
        ([WHOLE, DOUBLED], Cost((WHOLE, DOUBLED), (), 5, 6)),
    ],
)
def test_what_is_skipped_costs_too(fails: list[str], cost: Cost) -> None:
    """Checks after a failed one are lost with it, each counted once."""
    assert cost_of(tiny.exercise, fails) == cost


def known(fails: tuple[str, ...], costs_much: str) -> KnownAnswer:
    return KnownAnswer("mistake: m", (), fails, "here", costs_much)


@pytest.mark.parametrize(
    ("fails", "costs_much", "words"),
    [
        ((WHOLE,), "", "'mistake: m' costs 5 of 6 points; let it fail fewer checks, or say why"),
        ((WHOLE,), "All of it is wrong.", ""),
        ((DOUBLED,), "", ""),
        ((DOUBLED,), "All of it is wrong.", "'mistake: m' does not cost much"),
    ],
)
def test_more_than_half_needs_a_reason(fails: tuple[str, ...], costs_much: str, words: str) -> None:
    """A reason is asked for above half of the points, and refused where it is not needed."""
    problems = cost_problems(tiny.exercise, [known(fails, costs_much)])
    assert [problem[: len(words)] for problem in problems] == ([words] if words else [])
