"""The terminal table: readable at 100 columns, honest about what was not graded."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from rich.console import Console, RenderableType

from autograder.records import SubmissionGrade, Verdict
from autograder.report.table import class_table, summary
from autograder.report.tally import tally
from tests.grades import (
    SLUGS,
    check,
    exercise,
    grade,
    made_up_class,
    other_work,
    refused,
    regrade,
)


def table_of(grades: Iterable[SubmissionGrade], slugs: Sequence[str]) -> RenderableType:
    return class_table(tally(grades, slugs))


def summary_of(grades: Iterable[SubmissionGrade], slugs: Sequence[str]) -> tuple[str, ...]:
    return summary(tally(grades, slugs))


def shown(renderable: RenderableType, *, terminal: bool = False, width: int = 100) -> str:
    file = io.StringIO()
    colors: Literal["standard"] | None = "standard" if terminal else None
    console = Console(file=file, width=width, force_terminal=terminal, color_system=colors)
    console.print(renderable)
    return file.getvalue()


def line_of(text: str, student: str) -> list[str]:
    return next(line for line in text.splitlines() if student in line).split()


def failing(count: int, passing: int, *, slug: str, name: str) -> list[SubmissionGrade]:
    verdicts = [Verdict.FAILED] * count + [Verdict.PASSED] * passing
    return [grade(exercise(check(verdict, name=name), slug=slug)) for verdict in verdicts]


def test_a_large_class_fits() -> None:
    """Two hundred students and eight exercises fit 100 columns, one line each."""
    lines = shown(table_of(made_up_class(200), SLUGS)).splitlines()
    assert max(map(len, lines)) <= 100
    assert sum(" graded" in line or "ref" in line or "regr" in line for line in lines) == 200
    assert not any("…" in line for line in lines)


def test_columns_are_numbered_and_explained() -> None:
    """Exercises are numbered columns, and a legend below names them."""
    text = shown(table_of([grade()], SLUGS))
    head = next(line for line in text.splitlines() if "student" in line)
    assert head.split() == ["student", *"12345678", "score", "of", "status"]
    assert all(f"{position}:{slug}" in text for position, slug in enumerate(SLUGS, 1))


def test_rows() -> None:
    """A row shows the points of each exercise, the score and the status."""
    two = grade(exercise(), exercise(check(points=2.5), slug="five_outputs"), student="Ada")
    text = shown(table_of([two], ("neurons", "five_outputs")))
    assert line_of(text, "Ada") == ["Ada", "5", "2.5", "7.5", "100", "graded"]


def test_ungraded_rows_are_empty() -> None:
    """A refused submission and one to be graded again show no figures."""
    text = shown(table_of([refused("Rik"), regrade("Rita"), grade(sandbox="none")], ("neurons",)))
    assert line_of(text, "Rik") == ["Rik", "100", "refused"]
    assert line_of(text, "Rita") == ["Rita", "100", "regrade"]
    assert "graded, no sandbox" in text


def test_other_work_is_visible() -> None:
    """Work for another assignment has a status of its own, and is counted beside the refused."""
    text = shown(table_of([other_work("Otto"), grade()], SLUGS))
    assert line_of(text, "Otto") == ["Otto", "100", "other", "work"]
    lines = summary_of([other_work(), refused(), grade()], SLUGS)
    assert lines[0] == "3 submissions: 1 graded, 1 refused, 1 for another assignment."


def test_color_only_in_terminals() -> None:
    """A terminal gets colours; a pipe gets plain text."""
    assert "\x1b[" in shown(table_of([grade()], SLUGS), terminal=True)
    assert "\x1b[" not in shown(table_of([grade()], SLUGS))


def test_names_cannot_drive_the_terminal() -> None:
    """Terminal codes and markup in a name are shown, not obeyed."""
    text = shown(table_of([grade(student="[red]\x1b[2J\nx\ud800")], SLUGS))
    assert "[red]\\x1b[2J x" in text
    assert "\x1b" not in text
    assert "\\ud800" in text


def test_long_names_are_whole() -> None:
    """A long name wraps and loses nothing."""
    name = "Z" * 90
    assert shown(table_of([grade(student=name)], SLUGS)).count("Z") == 90


def test_summary() -> None:
    """The summary counts submissions and gives mean, median and the hardest check."""
    graded = failing(2, 1, slug="neurons", name="It learns.")
    lines = summary_of([*graded, refused(), regrade(), grade(sandbox="none")], SLUGS)
    assert lines == (
        "6 submissions: 4 graded, 1 refused, 1 to be graded again, 1 without a sandbox.",
        "Mean 2.5, median 2.5 of 100.",
        "Hardest check, failed by 67%: It learns. (neurons)",
    )


def test_summary_of_nothing() -> None:
    """A class without grades has counts and no figures."""
    assert summary_of([], SLUGS) == ("0 submissions: 0 graded.",)
    assert summary_of([refused()], SLUGS) == ("1 submission: 0 graded, 1 refused.",)


def test_hardest_is_where_students_fail() -> None:
    """Checks rank by how many fail them; skipped ones and our own errors do not count."""
    skipping = exercise(
        check(Verdict.FAILED, name="First."),
        check(Verdict.SKIPPED, name="Second."),
        check(Verdict.ERROR, name="Third."),
    )
    figures = tally([grade(skipping)], SLUGS)
    assert [item.name for item in figures.hardest(5)] == ["First."]
    assert figures.checks["neurons", "Third."].counted == 0


def test_regrades_count_in_no_figure() -> None:
    """What an interrupted submission reached is in no mark, mean or pass rate."""
    halfway = replace(regrade("Rita"), exercises=(exercise(check(Verdict.FAILED)),))
    figures = tally([halfway, grade()], SLUGS)
    assert not figures.rows[0].marks
    assert figures.mean == 5
    assert figures.hardest(1) == []


def test_equal_checks_keep_the_order_of_the_course() -> None:
    """Among equally hard checks the one that comes first in the course is named."""
    late = failing(1, 0, slug="raw_pixels", name="Late.")
    early = failing(1, 0, slug="neurons", name="Early.")
    assert [item.name for item in tally(late + early, SLUGS).hardest(2)] == ["Early.", "Late."]
