"""The colours: readable under dark text, and never the only way to tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import autograder.report
from autograder.report.colors import (
    HEAT_STOPS,
    RIGHT_COLOR,
    STRONGEST,
    WRONG_COLOR,
    confusion,
    heat,
)

STYLE = (Path(autograder.report.__file__).parent / "templates" / "page.css").read_text()


def test_heat() -> None:
    """The colour of a share runs from clay to sage, and shares beyond them stay there."""
    ends = [f"rgb({' '.join(map(str, stop))})" for stop in (HEAT_STOPS[0], HEAT_STOPS[-1])]
    assert [heat(0), heat(1)] == ends == [heat(-3), heat(3)]


def test_confusion() -> None:
    """The matrix leaves zeros empty and names the most frequent mistake in words."""
    counts = [[10 if i == j else 0 for j in range(10)] for i in range(10)]
    counts[6] = [4, 0, 0, 0, 0, 0, 6, 0, 0, 0]
    matrix = confusion(counts)
    name, cells = matrix.rows[6]
    assert (name, [cell.text for cell in cells[:7]]) == ("Shirt", ["4", "", "", "", "", "", "6"])
    assert [cell.is_right for cell in cells] == [j == 6 for j in range(10)]
    assert matrix.sentence == (
        "96 of 100 unseen images recognised (96%). "
        "Most frequent mistake: Shirt taken for T-shirt/top, 4 times."
    )


def test_perfect_and_empty_confusion() -> None:
    """A matrix without a mistake, or without an image, has a sentence too."""
    perfect = [[int(i == j) for j in range(10)] for i in range(10)]
    assert confusion(perfect).sentence == "10 of 10 unseen images recognised (100%)."
    assert confusion([[0] * 10] * 10).sentence == "No image was classified."


def luminance(red: float, green: float, blue: float) -> float:
    parts = [value / 255 for value in (red, green, blue)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    low, high = sorted((luminance(*one), luminance(*other)))
    return (high + 0.05) / (low + 0.05)


def variable(name: str) -> tuple[float, ...]:
    found = re.search(rf"--{name}: #([0-9a-f]{{6}});", STYLE)
    assert found, name
    return tuple(bytes.fromhex(found[1]))


@pytest.mark.parametrize(
    ("text", "background"),
    [
        *(("ink", each) for each in ("paper", "card", "failed-pale", "error-pale", "accent-pale")),
        *(("quiet", each) for each in ("paper", "card", "error-pale")),
        *(("accent", each) for each in ("card", "accent-pale")),
        *((each, f"{each}-pale") for each in ("passed", "failed", "skipped", "error")),
        ("failed", "card"),
    ],
)
def test_contrast(text: str, background: str) -> None:
    """Each text colour has the contrast with its background that WCAG AA asks for."""
    assert contrast(variable(text), variable(background)) >= 4.5


def test_contrast_of_cells() -> None:
    """Figures on coloured cells are readable at every strength of the colour."""
    for step in range(11):
        cell = tuple(map(float, re.findall(r"\d+", heat(step / 10))))
        assert contrast(variable("ink"), cell) >= 4.5
    for color in (RIGHT_COLOR, WRONG_COLOR):
        full = map(float, color.split())
        strongest = tuple(255 - (255 - part) * STRONGEST for part in full)
        assert contrast(variable("ink"), strongest) >= 4.5
