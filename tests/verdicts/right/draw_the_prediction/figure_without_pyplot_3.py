# verdict: full
# why: makes a Figure object without pyplot, the bars on a wider grid, the caption as the label of the x-axis, colours as hex; how the figure is made is left open
import numpy as np
from matplotlib.figure import Figure

PURE_BLUE, PURE_RED, NEUTRAL = "#0000ff", "#ff0000", "#b0b0b0"


def bar_colours(best, truth):
    for place in range(10):
        if place == truth:
            yield PURE_BLUE
        elif place == best:
            yield PURE_RED
        else:
            yield NEUTRAL


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    figure = Figure(figsize=(8, 3), layout="constrained")
    grid = figure.add_gridspec(1, 3)

    left = figure.add_subplot(grid[0, 0])
    left.imshow(image, cmap="viridis")
    left.set_xticks([])
    left.set_yticks([])
    left.set_xlabel(
        f"{class_names[best]} {probabilities[best]:.0%} ({class_names[true_label]})",
        color=PURE_BLUE if best == true_label else PURE_RED,
    )

    right = figure.add_subplot(grid[0, 1:])
    right.bar(np.arange(10), probabilities, color=list(bar_colours(best, true_label)))
    right.set_ylim(0, 1)
    right.set_xticks(range(10))
    return figure
