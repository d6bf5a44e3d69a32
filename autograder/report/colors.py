"""Turns shares and counts into mixtures of the style sheet's colours.

The colours themselves are in `page.css`, one set for light and one for dark, and every mixture of
them keeps the ink readable. Each cell also shows its figure: nobody has to tell colours apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report.wording import number, percent

# A class rarely goes wrong in one way more often than this; weaker colours would hide the errors.
WRONG_SHARE_AT_STRONGEST = 0.4
HEAT_STEPS = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a confusion matrix; `text` is empty where the count is zero."""

    text: str
    color: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    """A confusion matrix to show: a row of cells for each true class, and one sentence."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    sentence: str


def heat(share: float) -> str:
    """The background for a share of the points, from `none` over `half` to `full`."""
    place = min(max(share, 0.0), 1.0) * 2
    if place < 1:
        return _mixture("heat-half", "heat-none", place)
    return _mixture("heat-full", "heat-half", place - 1)


def heat_class(share: float) -> str:
    """The same in steps, as the name of a class: a long table would be twice as large otherwise."""
    return f"h{round(min(max(share, 0.0), 1.0) * HEAT_STEPS)}"


def confusion(counts: Sequence[Sequence[int]], classes: Sequence[str]) -> Confusion:
    """The confusion matrix of counts, rows by true class and columns by predicted class.

    Classes without names, as in grades of long ago, are called by their numbers.
    """
    names = tuple(classes) or tuple(map(str, range(len(counts))))
    rows = tuple(
        (name, tuple(_cell(count, sum(row), i == j) for j, count in enumerate(row)))
        for i, (name, row) in enumerate(zip(names, counts, strict=True))
    )
    return Confusion(names, rows, _sentence(counts, names))


def _cell(count: int, total: int, is_right: bool) -> Cell:
    share = count / total if total else 0.0
    if is_right:
        return Cell(str(count or ""), _mixture("right-cell", "card", share), is_right)
    strength = min(share / WRONG_SHARE_AT_STRONGEST, 1.0)
    return Cell(str(count or ""), _mixture("wrong-cell", "card", strength), is_right)


def _mixture(color: str, ground: str, share: float) -> str:
    """So much of one colour of the style sheet, the rest of another, as a CSS colour."""
    return f"color-mix(in srgb, var(--{color}) {share:.0%}, var(--{ground}))"


def _sentence(counts: Sequence[Sequence[int]], names: Sequence[str]) -> str:
    total = sum(map(sum, counts))
    right = sum(row[i] for i, row in enumerate(counts))
    if not total:
        return "No image was classified."
    words = (
        f"{number(right)} of {number(total)} unseen images classified correctly"
        f" ({percent(right / total)})"
    )
    wrong = [(n, i, j) for i, row in enumerate(counts) for j, n in enumerate(row) if i != j and n]
    if not wrong:
        return f"{words}."
    times, true, predicted = max(wrong, key=lambda error: error[0])
    mistake = f"{names[true]} taken for {names[predicted]}"
    return f"{words}. Most frequent mistake: {mistake}, {times} {'times' if times > 1 else 'time'}."
