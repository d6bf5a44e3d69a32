"""What people would call a colour: blue, red, or neither, whichever shade of it was taken."""

from __future__ import annotations

import colorsys

# Hues go round from red at 0 over green at 1/3 and blue at 2/3 to red at 1.
BLUE = (0.52, 0.74)
RED = (0.93, 0.05)
# Paler than that and darker than that is grey or black to most.
LEAST_SATURATION, LEAST_VALUE = 0.3, 0.25


def blue_or_red(red: float, green: float, blue: float) -> str:
    """Says "blue", "red" or "neither", of a colour whose parts are from 0 to 1."""
    parts = [min(max(part, 0.0), 1.0) for part in (red, green, blue)]
    hue, saturation, value = colorsys.rgb_to_hsv(*parts)
    if saturation < LEAST_SATURATION or value < LEAST_VALUE:
        return "neither"
    if BLUE[0] <= hue <= BLUE[1]:
        return "blue"
    return "red" if hue >= RED[0] or hue <= RED[1] else "neither"
