"""What people call a colour: shades of blue and red are that, what is pale or gray is neither."""

from __future__ import annotations

import pytest
from matplotlib.colors import to_rgb

from autograder.judging.colour_names import blue_or_red

SHADES = {
    "blue": ["blue", "b", "tab:blue", "C0", "navy", "royalblue", "steelblue", "dodgerblue"],
    "red": ["red", "r", "tab:red", "C3", "crimson", "firebrick", "tomato", "darkred"],
    "neither": [
        "gray", "#777777", "lightgray", "black", "white", "green", "orange", "purple", "gold",
        "lightsteelblue", "pink", "tab:cyan", "tab:orange",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", SHADES)
def test_shades_have_the_name_that_people_give_them(name: str) -> None:
    """Matplotlib's own names agree."""
    assert {shade: blue_or_red(*to_rgb(shade)) for shade in SHADES[name]} == dict.fromkeys(
        SHADES[name], name
    )


def test_parts_out_of_range_are_cut() -> None:
    """Whatever arrives from the sandbox has a name."""
    assert blue_or_red(-1.0, 0.0, 1e9) == "blue"
