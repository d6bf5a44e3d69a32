"""Training logs and scores into small SVG pictures, as `data:` addresses for the web pages.

The same figures give the same bytes: no date, no random ids, no text turned into outlines. No text
of a student is drawn, because Matplotlib would read some of it as formulas. Matplotlib is imported
only when a picture is drawn, since that takes most of a second.
"""

from __future__ import annotations

import base64
import io
import math
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.records import Curve
from autograder.report.wording import number

INK, MUTED, GRID = "#1d2733", "#55606c", "#e3e6ea"
TRAINING_COLOR, VALIDATION_COLOR, BAR_COLOR = "#1f5fa8", "#c2570c", "#4a7fb5"
STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "autograder",
    "font.family": "sans-serif",
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": "#aab2bb",
    "axes.labelcolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "grid.color": GRID,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "legend.frameon": False,
}
METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
# Sizes in inches, and the margins as shares of them: fixed, since fitting them draws all twice.
CURVE_INCHES = (3.5, 2.3)
CURVE_MARGINS = {"left": 0.125, "right": 0.985, "bottom": 0.19, "top": 0.885}
HISTOGRAM_INCHES = (4.3, 2.6)
HISTOGRAM_MARGINS = {"left": 0.02, "right": 0.98, "bottom": 0.16, "top": 0.98}
MOST_EPOCHS = 1_000
MARKED_EPOCHS = 12
# Matplotlib cannot place far larger values; a training that gets there has gone wrong anyway.
LARGEST = 1e9
BINS = 10

# Matplotlib keeps its settings once for the whole process.
_drawing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that needs no file, and the words for those who cannot see it."""

    address: str
    description: str


def curve_pictures(curve: Curve) -> Iterator[Picture]:
    """The loss and the accuracy of one training, each with its validation counterpart."""
    accuracy = next((name for name in curve.series if name.startswith("acc")), "accuracy")
    for metric, title in (("loss", "Loss"), (accuracy, "Accuracy")):
        training = _drawable(curve.series, metric)
        validation = _drawable(curve.series, f"val_{metric}")
        if any(map(math.isfinite, training + validation)):
            yield _metric_picture(title, training, validation)


def score_histogram(shares: Sequence[float]) -> Picture:
    """How many submissions reached which part of the full score, in steps of a tenth."""
    counts = [0] * BINS
    for share in shares:
        counts[min(max(int(share * BINS), 0), BINS - 1)] += 1

    def draw(figure: Any) -> None:
        figure.subplots_adjust(**HISTOGRAM_MARGINS)
        axes = figure.add_subplot()
        bars = axes.bar(range(BINS), counts, width=0.86, align="edge", color=BAR_COLOR)
        axes.bar_label(bars, [str(count) if count else "" for count in counts], padding=2)
        axes.set_xticks(range(BINS + 1), [str(step * 100 // BINS) for step in range(BINS + 1)])
        axes.set_xlabel("score, % of the full score")
        axes.set_ylim(0, max(1, *counts) * 1.15)
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_visible(False)

    spread = ", ".join(
        f"{step * 100 // BINS} to {(step + 1) * 100 // BINS}%: {count}"
        for step, count in enumerate(counts)
        if count
    )
    return Picture(_address(draw, HISTOGRAM_INCHES), f"Number of submissions by score: {spread}.")


def _metric_picture(title: str, training: list[float], validation: list[float]) -> Picture:
    series = {
        "training": (training, TRAINING_COLOR, "-"),
        "validation": (validation, VALIDATION_COLOR, "--"),
    }
    shown = {name: line for name, line in series.items() if any(map(math.isfinite, line[0]))}

    def draw(figure: Any) -> None:
        figure.subplots_adjust(**CURVE_MARGINS)
        axes = figure.add_subplot()
        axes.set_title(title, loc="left", fontweight="bold", fontsize=10)
        for name, (values, color, dashes) in shown.items():
            marker = "o" if len(values) <= MARKED_EPOCHS else ""
            epochs = range(1, len(values) + 1)
            axes.plot(
                epochs, values, dashes, color=color, marker=marker, markersize=3.5, label=name
            )
        axes.set_xlabel("epoch")
        axes.locator_params(axis="x", integer=True, nbins=6)
        axes.locator_params(axis="y", nbins=5)
        axes.margins(y=0.12)
        axes.legend(handlelength=2.2)

    described = (_described(name, values) for name, (values, _, _) in shown.items())
    return Picture(_address(draw, CURVE_INCHES), f"{title} by epoch: {'; '.join(described)}.")


def _described(name: str, values: list[float]) -> str:
    finite = [value for value in values if math.isfinite(value)]
    epochs = f"{len(values)} epoch{'s' if len(values) != 1 else ''}"
    return f"{name} from {number(finite[0])} to {number(finite[-1])} in {epochs}"


def _drawable(series: Mapping[str, Sequence[float | None]], metric: str) -> list[float]:
    """The values to draw; what is missing or beyond drawing becomes a gap."""
    return [
        math.nan if value is None or not abs(value) <= LARGEST else value
        for value in series.get(metric, ())[:MOST_EPOCHS]
    ]


def _address(draw: Callable[[Any], None], inches: tuple[float, float]) -> str:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    picture = io.BytesIO()
    with _drawing, mpl.rc_context(STYLE):
        figure = Figure(figsize=inches)
        draw(figure)
        figure.savefig(picture, format="svg", metadata=METADATA, transparent=True)
    # The prolog names outside addresses that no browser needs.
    drawing = picture.getvalue()
    drawing = drawing[drawing.index(b"<svg") :]
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing).decode()}"
