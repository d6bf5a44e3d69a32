"""The pictures: the same bytes every time, gaps where numbers are missing, no outside address."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from autograder.records import Curve
from autograder.report.charts import Picture, curve_pictures, score_histogram

ROOT = Path(__file__).parent.parent
LOGS = {"loss": (0.9, 0.5), "val_loss": (0.8, None), "accuracy": (0.6, 0.8), "lr": (0.1, 0.1)}


def drawing(picture: Picture) -> str:
    kind, _, data = picture.address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    return base64.b64decode(data).decode()


def test_loss_and_accuracy() -> None:
    """A training has one picture of its loss and one of its accuracy, and their words."""
    loss, accuracy = curve_pictures(Curve("first", LOGS))
    assert loss.description == (
        "Loss by epoch: training from 0.9 to 0.5 in 2 epochs; "
        "validation from 0.8 to 0.8 in 2 epochs."
    )
    assert accuracy.description == "Accuracy by epoch: training from 0.6 to 0.8 in 2 epochs."
    assert "validation" in drawing(loss)
    assert "validation" not in drawing(accuracy)


def test_missing_values_are_gaps() -> None:
    """A value that is not finite interrupts the line."""
    (whole,) = curve_pictures(Curve("", {"loss": (4.0, 3.0, 2.0, 1.0, 0.5)}))
    (gap,) = curve_pictures(Curve("", {"loss": (4.0, 3.0, None, 1.0, 0.5)}))
    lines = [re.findall(r'<path d="([^"]*)" clip', drawing(each)) for each in (whole, gap)]
    assert [parts[-1].count("M") for parts in lines] == [1, 2]


@pytest.mark.parametrize(
    "values",
    [(), (None,), (None, None), (float("nan"), float("inf"))],
)
def test_nothing_to_draw(values: tuple[float | None, ...]) -> None:
    """A training without a finite value has no picture."""
    assert list(curve_pictures(Curve("", {"loss": values}))) == []


@pytest.mark.parametrize("values", [(1e300, -1e300, 0.5), (0.5,), (0.0,) * 5000, (1e8, 1.0)])
def test_odd_values_are_drawn(values: tuple[float | None, ...]) -> None:
    """Exploding losses, single epochs and very long trainings are drawn without a warning."""
    (picture,) = curve_pictures(Curve("", {"loss": values}))
    assert ET.fromstring(drawing(picture)).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_same_bytes_in_another_process() -> None:
    """A picture is the same whoever draws it, and when."""
    script = (
        "from autograder.records import Curve; from autograder.report import charts;"
        f"print(next(charts.curve_pictures(Curve('', {LOGS!r}))).address)"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert other.stdout.strip() == next(curve_pictures(Curve("", LOGS))).address


def test_pictures_hold_text_and_no_address() -> None:
    """Text stays text, nothing refers outside, and there is no date."""
    text = drawing(score_histogram([0.5]))
    assert "<text" in text
    assert not re.findall(r"https?://(?!www\.w3\.org/)", text)
    assert set(re.findall(r'https?://[^"]*', text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert "metadata" not in text


def test_histogram() -> None:
    """Scores are counted in tenths, and full marks belong to the last one."""
    picture = score_histogram([0.0, 0.55, 0.59, 1.0, 1.02])
    assert picture.description == (
        "Number of submissions by score: 0 to 10%: 1, 50 to 60%: 2, 90 to 100%: 2."
    )


def test_matplotlib_is_imported_late() -> None:
    """Importing the report modules does not import Matplotlib."""
    script = (
        "import sys, autograder.report.pages, autograder.report.table;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
