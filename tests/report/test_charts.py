"""The charts: what is connected, where figures stand, gaps where numbers are missing, the words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from autograder.records import Curve
from autograder.report.charts import (
    Chart,
    curve_charts,
    epochs_of,
    figures_of_one_epoch,
    score_histogram,
)

LOGS = {"loss": (0.9, 0.5), "val_loss": (0.8, None), "accuracy": (0.6, 0.8), "lr": (0.1, 0.1)}


def chart_of(*values: float | None) -> Chart:
    """The chart of a training that logged only these losses."""
    (chart,) = curve_charts(Curve("", {"loss": values}))
    return chart


def places(path: str) -> list[tuple[float, float]]:
    """The points of a path."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


def test_loss_and_accuracy() -> None:
    """A training has one chart of its loss and one of its accuracy, and their words."""
    loss, accuracy = curve_charts(Curve("first", LOGS))
    assert loss.description == (
        "Loss by epoch: training from 0.9 to 0.5 in 2 epochs; "
        "validation from 0.8 to 0.8 in 2 epochs."
    )
    assert accuracy.description == "Accuracy by epoch: training from 0.6 to 0.8 in 2 epochs."
    assert [line.name for line in loss.lines] == ["training", "validation"]
    assert [line.name for line in accuracy.lines] == ["training"]


def test_lines_lie_where_the_figures_say() -> None:
    """A value that an axis names is drawn at the height of that name, an epoch above its own."""
    chart = chart_of(4.0, 3.0, 2.0, 1.0)
    ticks = {tick.label: float(tick.place) for tick in chart.values}
    (line,) = chart.lines
    assert [y for _, y in places(line.path)] == [ticks[label] for label in "4321"]
    assert [x for x, _ in places(line.path)] == [float(tick.place) for tick in chart.epochs]
    assert [tick.label for tick in chart.epochs] == ["1", "2", "3", "4"]


def test_missing_values_are_gaps() -> None:
    """A value that is not finite interrupts the line, and what stands alone is a dot."""
    many = (4.0, 3.0) * 10
    (whole,) = chart_of(*many).lines
    (gap,) = chart_of(*many, None, 1.0).lines
    assert (whole.path.count("M"), whole.dots) == (1, "")
    assert (gap.path.count("M"), gap.dots.count("M")) == (2, 1)


@pytest.mark.parametrize(
    "values",
    [(), (None,), (None, None), (float("nan"), float("inf"))],
)
def test_nothing_to_draw(values: tuple[float | None, ...]) -> None:
    """A training without a finite value has no chart."""
    assert list(curve_charts(Curve("", {"loss": values}))) == []


@pytest.mark.parametrize(
    "values",
    [
        (1e300, -1e300, 0.5),
        (0.5,),
        (0.0,) * 5000,
        (-3.0, -3.0),
        (1e8, 1.0),
        (1e-12, 3e-12),
        (2.302585, 2.302586, 2.302584),
        tuple(1.0 / epoch for epoch in range(1, 31)),
    ],
)
def test_every_training_fits_its_chart(values: tuple[float, ...]) -> None:
    """Whatever was logged lies within the axes, under a few different figures in equal steps."""
    chart = chart_of(*values)
    for x, y in places(chart.lines[0].path):
        assert chart.left < x < 328
        assert 36 <= y <= 178
    assert chart.left < 100
    for axis in (chart.epochs, chart.values):
        assert 1 <= len(axis) <= 8
        assert len({tick.label for tick in axis}) == len(axis)
        steps = [float(b.place) - float(a.place) for a, b in pairwise(axis)]
        assert all(step == pytest.approx(steps[0], abs=0.11) for step in steps)
    assert all(float(tick.label).is_integer() for tick in chart.epochs)


@pytest.mark.parametrize(
    ("logs", "words"),
    [
        ({"loss": (0.834,), "accuracy": (0.7123,)}, "loss 0.83, accuracy 71%"),
        ({"acc": (1.0,), "val_acc": (0.5,)}, "accuracy 100%, validation accuracy 50%"),
        ({"loss": (2.0,), "val_loss": (None,)}, "loss 2"),
        ({"accuracy": (71.0,)}, "accuracy 71"),
        ({"loss": (1e300,)}, ""),
        ({}, ""),
    ],
)
def test_one_epoch_is_figures(logs: dict[str, tuple[float | None, ...]], words: str) -> None:
    """What one epoch reached is said: an accuracy as a percentage, and nothing that is missing."""
    assert figures_of_one_epoch(Curve("", logs)) == words


def test_epochs_are_counted() -> None:
    """A training has as many epochs as its longest series."""
    assert epochs_of(Curve("", LOGS)) == 2
    assert epochs_of(Curve("", {})) == 0


def test_histogram() -> None:
    """Scores are counted in tenths, and full marks belong to the last one."""
    histogram = score_histogram([0.0, 0.55, 0.59, 1.0, 1.02])
    assert histogram.counts == (1, 0, 0, 0, 0, 2, 0, 0, 0, 2)
    assert histogram.description == (
        "Number of submissions by score: 0 to 10%: 1, 50 to 60%: 2, 90 to 100%: 2."
    )
