"""The web pages in a real browser: they load, stay text, fit a phone and are not blank."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from autograder.report.pages import write_index, write_student_page
from tests.chromium import find_chromium
from tests.grades import SLUGS, hostile_grade, made_up_class, whole_grade
from tests.html_page import Page

pytestmark = pytest.mark.slow

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\x1b[31m"
)
WIDE = "x" * 400
PHONE_WIDTH = 420
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
# A frame of a phone's width around a page, and a script outside of it that measures the page.
MEASURE = """<!DOCTYPE html><iframe width="{width}" height="800" style="border: 0"
srcdoc="{page}" onload="document.body.dataset.width =
this.contentDocument.documentElement.scrollWidth"></iframe>"""

Browser = Callable[..., str]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Runs a headless browser with some more arguments; returns what it prints."""
    program = find_chromium()

    def run(path: Path, *arguments: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        result = subprocess.run(
            [program, *FLAGS, profile, *arguments, path.as_uri()],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return result.stdout

    return run


@pytest.fixture(params=["student", "class"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    if request.param == "student":
        write_student_page(path, whole_grade("Ada", 0.5), "Keras", "Fashion")
    else:
        _write_index(path)
    return path


@pytest.fixture(params=["student", "class"])
def hostile_page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    if request.param == "student":
        write_student_page(path, hostile_grade(HOSTILE + WIDE), "Keras", "Fashion")
    else:
        _write_index(path, HOSTILE + WIDE)
    return path


def test_hostile_text_makes_no_elements(browser: Browser, hostile_page: Path) -> None:
    """In the document the browser built, a student's markup is text and no script has run."""
    built = Page(browser(hostile_page, "--dump-dom"))
    assert "script" not in built.tags
    assert not any(name.startswith("on") for _, each in built.elements for name in each)
    assert "img" not in built.tags
    assert "<title>run" not in built.html
    assert "<script>document.title='run'</script>" in built.text


def test_pages_are_drawn(browser: Browser, page: Path, tmp_path: Path) -> None:
    """A screenshot shows text and colours, not a blank page."""
    screenshot = tmp_path / "page.png"
    browser(page, f"--screenshot={screenshot}", "--window-size=1200,1600")
    with Image.open(screenshot) as image:
        colors = image.convert("RGB").getcolors(maxcolors=1 << 24)
    assert colors is not None
    assert len(colors) > 100
    assert max(count for count, _ in colors) < 0.9 * 1200 * 1600


def test_charts_are_drawn(browser: Browser, page: Path, tmp_path: Path) -> None:
    """On a phone the browser draws each chart of a page with lines or bars that can be seen."""
    probe = tmp_path / "probe.html"
    count = (
        "[...this.contentDocument.querySelectorAll('svg')].filter(chart => "
        "chart.getBoundingClientRect().width > 250 && "
        "[...chart.querySelectorAll('path.line, rect')].pop().getBBox().height > 10).length"
    )
    probe.write_text(
        _framed(page).replace("this.contentDocument.documentElement.scrollWidth", count)
    )
    drawn = re.search(r'data-width="(\d+)"', browser(probe, "--dump-dom"))
    assert drawn
    assert int(drawn[1]) == len(Page(page.read_text()).of("svg")) > 0


def test_pages_fit_a_phone(browser: Browser, hostile_page: Path, tmp_path: Path) -> None:
    """On a phone's width nothing sticks out, not even a word without a break."""
    probe = tmp_path / "probe.html"
    probe.write_text(_framed(hostile_page))
    measured = re.search(r'data-width="(\d+)"', browser(probe, "--dump-dom"))
    assert measured
    assert int(measured[1]) == PHONE_WIDTH


def _framed(path: Path) -> str:
    return MEASURE.format(width=PHONE_WIDTH, page=html.escape(path.read_text(encoding="utf-8")))


def _write_index(path: Path, hostile: str = "") -> None:
    when = datetime(2026, 3, 2, tzinfo=UTC)
    grades = list(made_up_class(20))
    if hostile:
        grades.append(hostile_grade(hostile))
    write_index(path, grades, SLUGS, course_title="Keras", assignment_title="Fashion", when=when)
