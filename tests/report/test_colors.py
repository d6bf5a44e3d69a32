"""The colours: readable in light and in dark, and never the only way to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import autograder.report
from autograder.report.colors import confusion, heat
from autograder.wire.dataset import data_set

CLASSES = data_set("fashion_mnist").classes
TEMPLATES = Path(autograder.report.__file__).parent / "templates"
STYLE = (TEMPLATES / "page.css").read_text("utf-8")
# The first two rules for `:root`: light, then dark.
PALETTES = {
    name: {
        color: tuple(bytes.fromhex(digits))
        for color, digits in re.findall(r"--([\w-]+): #([0-9a-f]{6});", block)
    }
    for name, block in zip(
        ("light", "dark"), re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=True
    )
}
MIXTURE = r"color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)"
READABLE, VISIBLE = 4.5, 3.0  # what WCAG AA asks for of text, and of lines and bars

Color = tuple[float, ...]


def mixed(mixture: str, palette: str) -> Color:
    """The colour that a browser makes of a mixture."""
    found = re.fullmatch(MIXTURE, mixture)
    assert found, mixture
    color, ground = (PALETTES[palette][name] for name in (found[1], found[3]))
    share = int(found[2]) / 100
    return tuple(share * a + (1 - share) * b for a, b in zip(color, ground, strict=True))


def test_heat() -> None:
    """The colour of a share runs from `none` to `full`, and shares beyond them stay there."""
    for palette, colors in PALETTES.items():
        ends = [colors["heat-none"], colors["heat-full"]]
        assert [mixed(heat(share), palette) for share in (0, 1)] == ends
        assert [mixed(heat(share), palette) for share in (-3, 3)] == ends
        assert mixed(heat(0.5), palette) == colors["heat-half"]


def test_both_palettes_name_the_same_colors() -> None:
    """No colour is left light in the dark, and none is written where dark cannot change it."""
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()
    outside = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    pages = [path for path in TEMPLATES.glob("*.j2") if path.name != "check.html.j2"]
    for text in (outside, *(path.read_text("utf-8") for path in pages)):
        assert not re.search(r": *#[0-9a-f]{3}|\brgba?\(|\bhsl", text)


def test_dark_is_for_screens() -> None:
    """Dark colours are asked for by the reader's system, and never printed."""
    first, second = re.finditer(r":root \{", STYLE)
    before = STYLE[first.end() : second.start()]
    assert "@media screen and (prefers-color-scheme: dark) {" in before


def test_confusion() -> None:
    """The matrix leaves zeros empty and names the most frequent mistake in words."""
    counts = [[10 if i == j else 0 for j in range(10)] for i in range(10)]
    counts[6] = [4, 0, 0, 0, 0, 0, 6, 0, 0, 0]
    matrix = confusion(counts, CLASSES)
    name, cells = matrix.rows[6]
    assert (name, [cell.text for cell in cells[:7]]) == ("Shirt", ["4", "", "", "", "", "", "6"])
    assert [cell.is_right for cell in cells] == [j == 6 for j in range(10)]
    assert matrix.sentence == (
        "96 of 100 unseen images classified correctly (96%). "
        "Most frequent mistake: Shirt taken for T-shirt/top, 4 times."
    )


def test_perfect_and_empty_confusion() -> None:
    """A matrix without a mistake, or without an image, has a sentence too."""
    perfect = [[int(i == j) for j in range(10)] for i in range(10)]
    words = "10 of 10 unseen images classified correctly (100%)."
    assert confusion(perfect, CLASSES).sentence == words
    assert confusion([[0] * 10] * 10, CLASSES).sentence == "No image was classified."


def test_classes_without_names_are_numbers() -> None:
    """A grade of long ago, which names no class, has the numbers of its classes."""
    matrix = confusion([[1, 2], [0, 3]], ())
    assert matrix.names == ("0", "1")
    assert matrix.sentence.endswith("Most frequent mistake: 0 taken for 1, 2 times.")


def luminance(color: Color) -> float:
    parts = [value / 255 for value in color]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(
    ("text", "background"),
    [
        *product(["ink"], ["paper", "card", "well", "failed-pale", "error-pale", "accent-pale"]),
        *product(["quiet"], ["paper", "card", "well", "error-pale"]),
        *product(["accent"], ["card", "accent-pale"]),
        *((each, f"{each}-pale") for each in ("passed", "failed", "skipped", "error")),
        ("failed", "card"),
    ],
)
def test_contrast(palette: str, text: str, background: str) -> None:
    """Each text colour has the contrast with its background that WCAG AA asks for."""
    colors = PALETTES[palette]
    assert contrast(colors[text], colors[background]) >= READABLE


@pytest.mark.parametrize("palette", PALETTES)
def test_contrast_of_charts(palette: str) -> None:
    """Lines and bars of charts can be seen on their card."""
    colors = PALETTES[palette]
    for name in ("accent", "validation", "column"):
        assert contrast(colors[name], colors["card"]) >= VISIBLE, name


@pytest.mark.parametrize("palette", PALETTES)
def test_contrast_of_cells(palette: str) -> None:
    """Figures on coloured cells are readable at every strength of the colour."""
    for mixture in (*map(heat, (step / 20 for step in range(21))), *cells_of_a_matrix()):
        assert contrast(PALETTES[palette]["ink"], mixed(mixture, palette)) >= READABLE, mixture


def cells_of_a_matrix() -> Iterator[str]:
    """The colours of cells from one image of a hundred to all of them, right and wrong."""
    for right in range(0, 101, 5):
        row = [right, 100 - right, *[0] * 8]
        for _name, cells in confusion([row] * 10, CLASSES).rows:
            yield from (cell.color for cell in cells)
