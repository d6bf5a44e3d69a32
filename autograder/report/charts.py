"""Turns training logs and scores into places of lines and bars, which templates draw as SVG.

A student page holds some twenty charts; here they cost a few milliseconds (see
`docs/decisions/09-charts.md`). No text of a student is drawn. Colours, dashes and sizes of text
are the style sheet's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from autograder.records import Curve
from autograder.report.wording import number, percent

# Where the lines of a chart lie, in pixels of a drawing of 336 x 220; the figures are around it.
TOP, RIGHT, BOTTOM = 36, 328, 178
LABEL_SPACE, CHARACTER_WIDTH = 10, 7
MOST_EPOCHS = 1_000
MARKED_EPOCHS = 12
MOST_TICKS = 7
# A training whose figures get larger has gone wrong, and its other epochs would look flat.
LARGEST = 1e9
# Figures that differ by less, as a share of their size, are drawn as equal.
SMALLEST_RANGE = 1e-3
BINS = 10
TRAINING, VALIDATION = "training", "validation"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, in pixels of the drawing, and the figure that is written there."""

    place: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series as SVG paths: what is connected, and the epochs that are marked with a dot."""

    name: str
    path: str
    dots: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One metric by epoch, and the words for those who cannot see it; `left` is where x starts."""

    title: str
    left: int
    lines: tuple[Line, ...]
    epochs: tuple[Tick, ...]
    values: tuple[Tick, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many submissions reached which tenth of the full score."""

    counts: tuple[int, ...]
    description: str


def curve_charts(curve: Curve) -> Iterator[Chart]:
    """The loss and the accuracy of one training, each with its validation counterpart."""
    for title, metric in _metrics(curve):
        series = _drawable(curve, metric)
        if series:
            yield _chart(title, series)


def epochs_of(curve: Curve) -> int:
    """How many epochs a training logged."""
    return max(map(len, curve.series.values()), default=0)


def figures_of_one_epoch(curve: Curve) -> str:
    """What the first epoch of a training reached, as in "loss 0.83, accuracy 71%"."""
    return ", ".join(
        f"{'validation ' if name == VALIDATION else ''}{title.lower()} {_figure(title, values[0])}"
        for title, metric in _metrics(curve)
        for name, values in _drawable(curve, metric).items()
    )


def score_histogram(shares: Sequence[float]) -> Histogram:
    """How many submissions reached which part of the full score, in steps of a tenth."""
    counts = [0] * BINS
    for share in shares:
        counts[min(max(int(share * BINS), 0), BINS - 1)] += 1
    spread = ", ".join(
        f"{step * 100 // BINS} to {(step + 1) * 100 // BINS}%: {count}"
        for step, count in enumerate(counts)
        if count
    )
    return Histogram(tuple(counts), f"Number of submissions by score: {spread}.")


def _chart(title: str, series: Mapping[str, list[float]]) -> Chart:
    finite = [value for values in series.values() for value in values if math.isfinite(value)]
    low, high = min(finite), max(finite)
    room = max((high - low) * 0.12, max(abs(low), abs(high)) * SMALLEST_RANGE) or 1.0
    low, high = low - room, high + room
    figures = _round_figures(low, high)
    labels = [f"{figure:g}" for figure in figures]
    left = LABEL_SPACE + CHARACTER_WIDTH * max(map(len, labels))
    epochs = max(map(len, series.values()))

    def across(epoch: float) -> float:
        return left + (RIGHT - left) * ((epoch - 0.6) / (epochs - 0.2))

    def up(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * ((value - low) / (high - low))

    lines = []
    for name, values in series.items():
        places = [(across(epoch), up(value)) for epoch, value in enumerate(values, start=1)]
        lines.append(Line(name, *_paths(places)))
    described = "; ".join(_described(name, values) for name, values in series.items())
    return Chart(
        title=title,
        left=left,
        lines=tuple(lines),
        epochs=tuple(
            Tick(f"{across(epoch):.1f}", f"{epoch:g}")
            for epoch in _round_figures(1, epochs, smallest_step=1)
        ),
        values=tuple(
            Tick(f"{up(figure):.1f}", label) for figure, label in zip(figures, labels, strict=True)
        ),
        description=f"{title} by epoch: {described}.",
    )


def _paths(places: Sequence[tuple[float, float]]) -> tuple[str, str]:
    """What is connected, with gaps where a value is missing, and what is marked with a dot."""
    path, dots = "", ""
    for is_gap, group in groupby(places, key=lambda place: math.isnan(place[1])):
        points = [f"{x:.1f} {y:.1f}" for x, y in group]
        if is_gap:
            continue
        path += f"M{'L'.join(points)}"
        if len(places) <= MARKED_EPOCHS or len(points) == 1:
            dots += "".join(f"M{point}h0" for point in points)
    return path, dots


def _round_figures(low: float, high: float, smallest_step: float = 0.0) -> list[float]:
    """Round figures between two others, in equal steps of 1, 2 or 5 times a power of ten."""
    rough = max((high - low) / MOST_TICKS, smallest_step)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    return [step * times for times in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _described(name: str, values: list[float]) -> str:
    finite = [value for value in values if math.isfinite(value)]
    epochs = f"{len(values)} epoch{'s' if len(values) != 1 else ''}"
    return f"{name} from {number(finite[0])} to {number(finite[-1])} in {epochs}"


def _metrics(curve: Curve) -> Iterator[tuple[str, str]]:
    """What a page says of a training, and the name under which it is logged."""
    yield "Loss", "loss"
    yield "Accuracy", next((name for name in curve.series if name.startswith("acc")), "accuracy")


def _drawable(curve: Curve, metric: str) -> dict[str, list[float]]:
    """The series of a metric that can be drawn; what is missing or too large becomes a gap."""
    both = {
        name: [
            math.nan if value is None or not abs(value) <= LARGEST else value
            for value in curve.series.get(logged, ())[:MOST_EPOCHS]
        ]
        for name, logged in ((TRAINING, metric), (VALIDATION, f"val_{metric}"))
    }
    return {name: values for name, values in both.items() if any(map(math.isfinite, values))}


def _figure(title: str, value: float) -> str:
    return percent(value) if title == "Accuracy" and 0 <= value <= 1 else number(value)
