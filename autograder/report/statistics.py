"""Figures of classical test theory: what a check tells, how exercises agree, how sure that is.

They say nothing of fewer than ten students: chance would speak. Formulas: Lord and Novick,
"Statistical Theories of Mental Test Scores" (1968), chapters 4 and 15. Intervals hold 95 %: of a
share, Wilson (1927); of a correlation, Fisher (1921); of alpha, Bonett (2002).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import correlation, fmean, pvariance

FEWEST = 10
Z = 1.959964  # of a normal distribution, 95 % lie within so many standard deviations
FIFTHS = 5
# Fewer give an interval that is too wide to call a check suspicious, or to rank checks by it.
FEWEST_TO_JUDGE = 40
LOW = 0.15


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure of some students, and between what it lies for such students in general."""

    value: float
    low: float
    high: float
    count: int

    @property
    def is_low(self) -> bool:
        """Whether a discrimination is low beyond doubt."""
        return self.count >= FEWEST_TO_JUDGE and self.high < LOW


def proportion(count: int, of: int) -> Estimate | None:
    """A share of students, with Wilson's interval."""
    if of < FEWEST:
        return None
    value = count / of
    middle = (value + Z**2 / (2 * of)) / (1 + Z**2 / of)
    spread = Z * math.sqrt(value * (1 - value) / of + Z**2 / (4 * of**2)) / (1 + Z**2 / of)
    return Estimate(value, max(middle - spread, 0.0), min(middle + spread, 1.0), of)


def discrimination(passed: Sequence[bool], others: Sequence[float]) -> Estimate | None:
    """The corrected item-total correlation of a check, from -1 to 1, among those who reached it.

    `others` holds what each student earned beside it. Near 0, strong and weak students pass alike.
    """
    count = len(passed)
    if count < FEWEST or len(set(passed)) == 1 or len(set(others)) == 1:
        return None
    value = correlation([float(one) for one in passed], others)
    # A whole correlation has no spread.
    if abs(value) >= 1 - 1e-9:
        return Estimate(value, value, value, count)
    spread = Z / math.sqrt(count - 3)
    low, high = (math.tanh(math.atanh(value) + end) for end in (-spread, spread))
    return Estimate(value, low, high, count)


def alpha(marks: Sequence[Sequence[float]]) -> Estimate | None:
    """Cronbach's alpha over exercises, at most 1; a row holds what one student earned in each."""
    if len(marks) < FEWEST or len(marks[0]) < 2:  # noqa: PLR2004 - one exercise agrees with none
        return None
    whole: float = pvariance([sum(row) for row in marks])
    if not whole:
        return None
    count = len(marks[0])
    single: float = sum(pvariance(column) for column in zip(*marks, strict=True))
    value = count / (count - 1) * (1 - single / whole)
    if value >= 1:
        return Estimate(value, value, value, len(marks))
    spread = Z * math.sqrt(2 * count / ((count - 1) * (len(marks) - 2)))
    low, high = (1 - (1 - value) * math.exp(end) for end in (spread, -spread))
    return Estimate(value, low, high, len(marks))


def fifths(marks: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """The mean of the second figure in each fifth of students by the first, the weakest first."""
    if len(marks) < FEWEST:
        return ()
    ordered = [one for _, one in sorted(marks, key=lambda mark: mark[0])]
    ends = [len(ordered) * place // FIFTHS for place in range(FIFTHS + 1)]
    return tuple(fmean(ordered[ends[i] : ends[i + 1]]) for i in range(FIFTHS))
