"""Figures of classical test theory: what a check tells, and how far exercises agree.

Both say nothing of fewer than ten students: chance would speak. Formulas: Lord and Novick,
"Statistical Theories of Mental Test Scores" (1968), chapters 4 and 15.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import correlation, pvariance

FEWEST = 10


def discrimination(passed: Sequence[bool], others: Sequence[float]) -> float | None:
    """The corrected item-total correlation of a check, from -1 to 1, among those who reached it.

    `others` holds what each student earned beside it. Near 0, strong and weak students pass alike.
    """
    if len(passed) < FEWEST or len(set(passed)) == 1 or len(set(others)) == 1:
        return None
    return correlation([float(one) for one in passed], others)


def alpha(marks: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha over exercises, at most 1; a row holds what one student earned in each."""
    if len(marks) < FEWEST or len(marks[0]) < 2:  # noqa: PLR2004 - one exercise agrees with none
        return None
    whole: float = pvariance([sum(row) for row in marks])
    if not whole:
        return None
    count = len(marks[0])
    single: float = sum(pvariance(column) for column in zip(*marks, strict=True))
    return count / (count - 1) * (1 - single / whole)
