"""Counts what a known wrong answer costs: the points of what it fails, and of what is skipped.

Which checks these are, the definition and the known answer say, so nothing is graded here; that the
answer fails exactly these is what `selfcheck` proves.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from autograder.judging.exercise import Exercise
from autograder.proofs.known_answers import KnownAnswer

MUCH = 0.5  # of an exercise's points; what costs more needs a reason


@dataclass(frozen=True, slots=True)
class Cost:
    """The checks that an answer fails, those skipped after them, and the points of both."""

    fails: tuple[str, ...]
    skipped: tuple[str, ...]
    points: float
    of: float

    @property
    def is_much(self) -> bool:
        return self.points > MUCH * self.of


def cost_of(exercise: Exercise, fails: Collection[str]) -> Cost:
    """What it costs to fail these checks."""
    lost, skipped, points = set(fails), [], 0.0
    for check in exercise.checks:
        if check.name not in lost and check.after is not None and check.after.__name__ in lost:
            skipped.append(check.name)
            lost.add(check.name)
        points += check.points if check.name in lost else 0.0
    failed = tuple(check.name for check in exercise.checks if check.name in fails)
    return Cost(failed, tuple(skipped), points, exercise.points)


def cost_problems(exercise: Exercise, known: Sequence[KnownAnswer]) -> list[str]:
    """Mistakes that cost more than half of an exercise without a reason, or have one for less."""
    problems = []
    for answer in known:
        cost = cost_of(exercise, answer.fails)
        if cost.is_much and not answer.costs_much:
            problems.append(
                f"{answer.name!r} costs {cost.points:g} of {cost.of:g} points; let it fail fewer"
                " checks, or say why with `costs_much`"
            )
        elif answer.costs_much and not cost.is_much:
            problems.append(f"{answer.name!r} does not cost much; take its reason away")
    return problems
