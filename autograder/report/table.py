"""Turns grades into a table for the terminal and a few lines that sum up the class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.records import Status
from autograder.report.tally import Mark, Row, Tally
from autograder.report.wording import UNGRADED, harmless, number, percent, sentence_of

STATUS_STYLES = {
    Status.GRADED: "dim",
    Status.REFUSED: "red",
    Status.OTHER_WORK: "red",
    Status.REGRADE: "yellow",
    Status.PARTIAL: "yellow",
    Status.MISSING: "dim",
}
ALMOST_ALL, HALF = 0.999, 0.5


def class_table(figures: Tally) -> RenderableType:
    """One row a student and one numbered column an exercise, with a legend below."""
    slugs = figures.slugs
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("student", overflow="fold", min_width=12)
    for position in range(1, len(slugs) + 1):
        table.add_column(str(position), justify="right", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True, style="bold")
    table.add_column("of", justify="right", no_wrap=True, style="dim")
    table.add_column("status", no_wrap=True)
    for row in figures.rows:
        table.add_row(*_cells(row, slugs))
    return Group(table, _legend(slugs))


def summary(figures: Tally) -> tuple[str, ...]:
    """The class in a few sentences: what became of the submissions, and how they did."""
    return tuple(filter(None, (_counts(figures), _scores(figures), _hardest(figures))))


def _cells(row: Row, slugs: Sequence[str]) -> Iterable[Text]:
    yield Text(harmless(row.name).replace("\n", " "))
    for slug in slugs:
        yield _points(row.marks.get(slug))
    yield _points(row.total)
    yield Text(number(row.max_score))
    words = row.status.value if row.is_sandboxed else f"{row.status.value}, no sandbox"
    yield Text(words, STATUS_STYLES[row.status])


def _points(mark: Mark | None) -> Text:
    if mark is None:
        return Text("")
    color = "green" if mark.share >= ALMOST_ALL else "yellow" if mark.share >= HALF else "red"
    return Text(number(mark.earned), color)


def _legend(slugs: Sequence[str]) -> Text:
    # Without a space inside, a number stays with its name where the line wraps.
    return Text("  ".join(f"{position}:{slug}" for position, slug in enumerate(slugs, 1)), "dim")


def _counts(figures: Tally) -> str:
    count = len(figures.rows) - figures.count(Status.MISSING)
    parts = [f"{figures.count(Status.GRADED)} graded"]
    for status, words in UNGRADED.items():
        if figures.count(status):
            parts.append(f"{figures.count(status)} {words}")
    if figures.unsandboxed:
        parts.append(f"{figures.unsandboxed} without a sandbox")
    return f"{count} submission{'s' if count != 1 else ''}: {', '.join(parts)}."


def _scores(figures: Tally) -> str:
    if figures.mean is None or figures.median is None:
        return ""
    mean, median = number(round(figures.mean, 1)), number(round(figures.median, 1))
    return f"Mean {mean}, median {median} of {number(figures.max_score)}."


def _hardest(figures: Tally) -> str:
    if not figures.hardest(1):
        return ""
    (check,) = figures.hardest(1)
    failed = percent(check.failed)
    return (
        f"Hardest check, failed by {failed}: {sentence_of(check.slug, check.name)} ({check.slug})"
    )
