"""Draws the README's pictures, in light and in dark: a student's page, the class page, a proposal.

    python scripts/make_pictures.py                     grades examples/class first
    python scripts/make_pictures.py --grades grades     draws what `make demo` graded

The same grades make the same pictures on one machine. The proposal is of a check that is made
stricter by the script, for some of those who pass it. Needs Chromium on the path.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from PIL import Image
from playwright.sync_api import Browser, FloatRect, sync_playwright

from autograder.course import find_course
from autograder.grading.gradebook import Gradebook
from autograder.judging.exercise import find_exercise
from autograder.records import ExerciseGrade, SubmissionGrade, Verdict
from autograder.report.class_page import write_index
from autograder.report.difference import difference_of, write_difference
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from tests.chromium import find_chromium

ROOT = Path(__file__).parent.parent
CLASS = ROOT / "examples" / "class" / "fashion_mnist"
# One whose first exercise has checks that passed, that did not, and that were skipped.
STUDENT = "ada"
WHEN = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
# The widths of the pages, and the last thing on each that its picture shows.
PICTURES = {
    "student_page": (860, "#exercise-1 .checks"),
    "class_page": (1080, "section[aria-labelledby=students-title]"),
    "proposal_page": (900, ".moves"),
}
# What is made stricter: some of those who pass lose the check.
STRICTER = "more_layers"
ONE_IN = 3
MARGIN = 16
PIXELS_PER_POINT = 1.5
COLORS = 256


@click.command(help=__doc__)
@click.option("--grades", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=ROOT / "docs" / "pictures",
    show_default=True,
)
def main(grades: Path | None, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = Path(folder)
        write_pages(grades or graded(pages / "grades"), pages)
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        for name in PICTURES:
            for scheme, ending in (("light", ""), ("dark", "_dark")):
                path = out / f"{name}{ending}.png"
                picture(browser, pages / f"{name}.html", scheme).save(path, optimize=True)
                print(f"{path}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


def graded(folder: Path) -> Path:
    """The example class, graded into a folder."""
    command = [sys.executable, "-m", "autograder", "grade", str(CLASS), "--out", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - our own command
    return folder


def write_pages(grades: Path, folder: Path) -> None:
    """The pages of a graded class as of one fixed day, so that a new picture shows what changed."""
    course = find_course(ROOT)
    name, assignment = course.assignment("fashion_mnist")
    for slug in assignment.exercises:
        find_exercise(name, slug)  # a page has the words of the definitions that are loaded
    with Gradebook(grades / "gradebook.sqlite") as gradebook:
        (student,) = gradebook.current([STUDENT])
        write_student_page(
            folder / "student_page.html", student, course.table.title, assignment.title
        )
        write_index(
            folder / "class_page.html",
            tally(gradebook.current(), assignment.exercises),
            course_title=course.table.title,
            assignment_title=assignment.title,
            when=WHEN,
        )
        grades_now = [*gradebook.current()]
    found = difference_of(Proposed(), [*changes(grades_now)], grades_now)
    page = folder / "proposal_page.html"
    write_difference(page, found, course.table.title, assignment.title)


@dataclass(frozen=True)
class Proposed:
    """A proposal as its page needs it."""

    number: int = 1
    reason: str = "at least 80 %, as announced"
    who: str = "instructor"
    opened_at: str = WHEN.isoformat()
    state: str = "open"
    pending: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """Verdicts as they were, or would be."""

    grade: ExerciseGrade
    shown_at: str | None = None
    published_at: str | None = None


@dataclass(frozen=True)
class Changed:
    """One student's verdicts on an exercise, before and after."""

    student: str
    old: Judged
    new: Judged


def changes(grades: Sequence[SubmissionGrade]) -> Iterator[Changed]:
    """The last check of an exercise, failed by some who had passed it."""
    passed = [
        (grade.student, exercise)
        for grade in grades
        for exercise in grade.exercises
        if exercise.slug == STRICTER and exercise.checks[-1].verdict is Verdict.PASSED
    ]
    for student, old in passed[::ONE_IN]:
        last = replace(old.checks[-1], verdict=Verdict.FAILED, earned=0.0)
        new = replace(old, checks=(*old.checks[:-1], last))
        yield Changed(student, Judged(old, WHEN.isoformat()), Judged(new))


def picture(browser: Browser, path: Path, scheme: str) -> Image.Image:
    """The top of a page, down to the last thing that its picture shows."""
    width, last = PICTURES[path.stem]
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        device_scale_factor=PIXELS_PER_POINT,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(path.as_uri())
    box = page.locator(last).first.bounding_box()
    if box is None:
        raise click.ClickException(f"{path.name} does not show {last!r}; see PICTURES.")
    shown = FloatRect(x=0, y=0, width=width, height=box["y"] + box["height"] + MARGIN)
    drawn = Image.open(BytesIO(page.screenshot(full_page=True, clip=shown)))
    page.close()
    return drawn.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
