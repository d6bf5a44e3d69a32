"""Every kind of page, as axe-core reads it: a screen reader's and a keyboard's way through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from autograder.report.class_page import ANSWERS, write_answers, write_index
from autograder.report.course_page import write_course_page
from autograder.report.difference import write_difference
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from tests.grades import SLUGS, made_up_class, refused, whole_grade
from tests.report import test_course_page, test_difference, test_similar_page
from tests.report.test_pages import WHEN

pytestmark = pytest.mark.slow

TITLES = {"course_title": "Keras", "assignment_title": "Fashion"}
FIGURES = tally([*made_up_class(20), whole_grade("O'Neil, Zo\xeb", 1.0)], SLUGS)


def _answers(path: Path) -> None:
    write_answers(path.parent, FIGURES.answers, **TITLES)
    next((path.parent / ANSWERS).iterdir()).rename(path)


PAGES: dict[str, Callable[[Path], object]] = {
    "class": lambda path: write_index(path, FIGURES, when=WHEN, **TITLES),
    "student": lambda path: write_student_page(path, whole_grade("Ada", 0.5), *TITLES.values()),
    "refused": lambda path: write_student_page(path, refused(), *TITLES.values()),
    "answers": _answers,
    "course": lambda path: write_course_page(
        path, test_course_page.found(), title="Keras", when=WHEN
    ),
    "proposal": lambda path: write_difference(path, test_difference.found(), *TITLES.values()),
    "alike": test_similar_page.write_pairs,
}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 360)])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, kind: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """No rule of axe-core is broken, on a screen in light as on a phone in dark."""
    path = tmp_path / "page.html"
    PAGES[kind](path)
    # The page's own policy would refuse axe-core's script.
    page = browser.new_page(bypass_csp=True, color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()
