"""A prompt held against its quotes: every demand has its check, and every check its demand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from autograder.judging.demands import Demand, demand_problems, demands_of
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise
from autograder.records import Truth
from tests import tiny

PROMPT = """
Why is `x * 2` so common? Write a function:

- `double(number)` returns **twice** the
  number, as a *whole* number. "Twice" means times two.
- It leaves zero alone.
"""


def quoting(*quotes: str | Sequence[str], background: Sequence[str] = ()) -> Exercise:
    """An exercise with a check for each of the quotes."""
    exercise = Exercise("quoting", "Quoting", asks_for=("double",), background=tuple(background))
    exercise.probe(tiny.ask)
    for number, demands in enumerate(quotes):

        def check(_seen: Evidence, _truth: Truth) -> None:
            """It is as asked."""

        check.__name__ = f"check_{number}"
        exercise.check(tiny.ask, points=1, demands=demands)(check)
    return exercise


WHOLE = ("returns twice the number, as a whole number", '"Twice" means')
BACKGROUND = ("Why is ... Write a function:",)


def test_a_prompt_that_is_wholly_quoted_has_no_problem() -> None:
    """Emphasis, line ends and what lies between are no part of a quote."""
    exercise = quoting(WHOLE, "It leaves zero alone.", background=BACKGROUND)
    assert demand_problems(exercise, PROMPT) == []


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (quoting(WHOLE, background=BACKGROUND), "no check quotes 'It leaves zero alone.'"),
        (quoting(WHOLE, "leaves zero alone"), "no check quotes 'Why is `x * 2` so common?'"),
        (
            quoting(WHOLE, "It leaves zero alone.", (), background=BACKGROUND),
            "check_2 quotes nothing of the prompt",
        ),
        (
            quoting(WHOLE, "It leaves zero alone. Always.", background=BACKGROUND),
            "check_1 quotes 'It leaves zero alone. Always.', which the prompt does not say",
        ),
        (
            quoting(WHOLE, "It leaves zero alone.", background=("Write two functions",)),
            "its background quotes 'Write two functions', which the prompt does not say",
        ),
    ],
)
def test_what_is_not_quoted_or_not_said_is_named(exercise: Exercise, words: str) -> None:
    """A sentence that nobody quotes, a check without a quote and a made-up quote are problems."""
    assert any(words in problem for problem in demand_problems(exercise, PROMPT))


def test_demands_are_in_the_prompts_order() -> None:
    """Each quote has the checks that rest on it, whatever their own order is."""
    exercise = quoting("It leaves zero alone.", ("whole number", "It leaves zero alone."))
    assert demands_of(exercise, PROMPT) == [
        Demand("whole number", ("check_1",)),
        Demand("It leaves zero alone.", ("check_0", "check_1")),
    ]
