"""Writes the overview of a class for its instructor: what to teach next, and who needs a person.

It alone of all pages holds a script, which sorts, searches and filters what the page shows anyway
(docs/decisions/29-one-script.md).
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from statistics import median
from urllib.parse import quote

from markupsafe import Markup

from autograder.report.answers import Answer, in_order
from autograder.report.attention import Kind, by_urgency
from autograder.report.charts import score_histogram
from autograder.report.colors import HEAT_STEPS
from autograder.report.files import file_stem
from autograder.report.pages import environment, write_page
from autograder.report.statistics import FEWEST
from autograder.report.tally import Tally

SCRIPT = Path(__file__).parent / "templates" / "class_page.js"
ANSWERS = "answers"  # their pages' folder
HARDEST_SHOWN = 5
OFTEN_FAILED = 0.2
MOST_NAMED = 12  # students of one group by name
# What one student's run took is no surprise below so many times what is usual.
MUCH = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """What is usual of a figure, and the most with whose it was."""

    usual: float
    most: float
    student: str

    @property
    def is_much(self) -> bool:
        return self.most > MUCH * self.usual


def write_index(
    path: Path,
    figures: Tally,
    *,
    course_title: str,
    assignment_title: str,
    when: datetime,
) -> None:
    """The overview of a class."""
    totals = figures.totals
    concerns = by_urgency(figures.concerns)
    page = environment().get_template("index.html.j2")
    rows = sorted(figures.rows, key=lambda row: _sorted_as(row.name))
    parts = page.generate(
        course_title=course_title,
        assignment_title=assignment_title,
        when=when,
        figures=figures,
        rows=rows,
        row_of={row.student: place for place, row in enumerate(rows)},
        names={row.student: row.name for row in figures.rows},
        hardest=figures.hardest(HARDEST_SHOWN),
        often_failed=OFTEN_FAILED,
        most_named=MOST_NAMED,
        fewest=FEWEST,
        histogram=score_histogram([total.share for total in totals]) if totals else None,
        concerns=concerns,
        people={one.student for one in concerns},
        kinds=list(Kind),
        number_of={key: str(place) for place, key in enumerate(figures.checks)},
        spread=spread,
        answers_address=_answers_address,
        heat_steps=HEAT_STEPS,
        script=script(),
        script_hash=script_hash(),
    )
    write_page(path, parts)


def write_answers(
    folder: Path,
    answers: Mapping[str, Sequence[Answer]],
    *,
    course_title: str,
    assignment_title: str,
) -> None:
    """A page for each exercise with answers, in `folder`; pages of other exercises go."""
    pages = folder / ANSWERS
    page = environment().get_template("answers.html.j2")
    wanted = {pages / f"{file_stem(slug)}.html": slug for slug in answers}
    for path, slug in wanted.items():
        parts = page.generate(
            course_title=course_title,
            assignment_title=assignment_title,
            slug=slug,
            answers=in_order(answers[slug]),
        )
        write_page(path, parts)
    for path in pages.glob("*.html"):
        if path not in wanted:
            path.unlink(missing_ok=True)


def _answers_address(slug: str) -> str:
    """Where on the class page a link to the answers of an exercise leads."""
    return quote(f"{ANSWERS}/{file_stem(slug)}.html")


def _sorted_as(name: str) -> tuple[str, str]:
    """Where a name belongs in a list: an É among the Es."""
    signs = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in signs if not unicodedata.combining(sign)), name


def spread(measured: Sequence[tuple[float, str]]) -> Spread:
    most, student = max(measured)
    return Spread(median(one for one, _ in measured), most, student)


@cache
def script() -> Markup:
    """The page's own script, as it is."""
    return Markup(SCRIPT.read_text("utf-8"))  # noqa: S704 - a file of ours


@cache
def script_hash() -> str:
    """What the page's policy names the script by, so that no other one runs."""
    digest = hashlib.sha256(script().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
