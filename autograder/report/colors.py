"""Shares and counts into background colours that stay readable under dark text.

Every colour is pale enough for dark ink, and each cell also shows its figure: nobody has to tell
colours apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report.wording import number, percent
from autograder.wire.dataset import CLASS_NAMES

# From nothing earned to all of it: clay, sand, sage.
HEAT_STOPS = ((244, 200, 180), (250, 238, 205), (203, 230, 211))
RIGHT_COLOR, WRONG_COLOR = "31 95 168", "214 106 28"
STRONGEST = 0.6
# A class rarely goes wrong in one way more often than this; weaker colours would hide the errors.
WRONG_SHARE_AT_STRONGEST = 0.4


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
    """The background for a share of the points, as a CSS colour."""
    place = min(max(share, 0.0), 1.0) * (len(HEAT_STOPS) - 1)
    low = min(int(place), len(HEAT_STOPS) - 2)
    blend = place - low
    pairs = zip(HEAT_STOPS[low], HEAT_STOPS[low + 1], strict=True)
    return f"rgb({' '.join(str(round(start + (end - start) * blend)) for start, end in pairs)})"


def confusion(counts: Sequence[Sequence[int]]) -> Confusion:
    """The confusion matrix of counts, rows by true class and columns by predicted class."""
    rows = tuple(
        (name, tuple(_cell(count, sum(row), i == j) for j, count in enumerate(row)))
        for i, (name, row) in enumerate(zip(CLASS_NAMES, counts, strict=True))
    )
    return Confusion(CLASS_NAMES, rows, _sentence(counts))


def _cell(count: int, total: int, is_right: bool) -> Cell:
    share = count / total if total else 0.0
    if not is_right:
        share = min(share / WRONG_SHARE_AT_STRONGEST, 1.0)
    color = RIGHT_COLOR if is_right else WRONG_COLOR
    return Cell(str(count or ""), f"rgb({color} / {share * STRONGEST:.2f})", is_right)


def _sentence(counts: Sequence[Sequence[int]]) -> str:
    total = sum(map(sum, counts))
    right = sum(row[i] for i, row in enumerate(counts))
    if not total:
        return "No image was classified."
    words = (
        f"{number(right)} of {number(total)} unseen images recognised ({percent(right / total)})"
    )
    wrong = [(n, i, j) for i, row in enumerate(counts) for j, n in enumerate(row) if i != j and n]
    if not wrong:
        return f"{words}."
    times, true, predicted = max(wrong, key=lambda error: error[0])
    mistake = f"{CLASS_NAMES[true]} taken for {CLASS_NAMES[predicted]}"
    return f"{words}. Most frequent mistake: {mistake}, {times} {'times' if times > 1 else 'time'}."
