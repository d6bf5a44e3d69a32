"""Says how far a command is: a bar and lines for people, events for programs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder.records import Status, SubmissionGrade
from autograder.report.wording import UNGRADED, counted, harmless, said

MINUTE = 60


class RateColumn(ProgressColumn):
    """How many are done in a minute, from the last ones that were."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed * MINUTE:.0f} a minute")


def progress_bar(console: Console, clock: Callable[[], float] = time.monotonic) -> Progress:
    """A bar with how many of how many, for how long, how fast, and how long it will take."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        get_time=clock,
    )


def line_of(grade: SubmissionGrade) -> Text:
    """One line for one submission, as soon as it is graded."""
    if grade.status is Status.PARTIAL:
        exercises = counted(len(grade.exercises), "exercise")
        points = f"{sum(map(grade.earned, grade.exercises)):g} points"
        return Text(f"{harmless(grade.student)}: {UNGRADED[grade.status]}, {exercises}: {points}")
    if grade.status is Status.GRADED:
        return Text(f"{harmless(grade.student)}: {grade.score:g} of {grade.max_score:g}")
    style = "bold red" if grade.status is Status.REGRADE else "yellow"
    return Text(
        f"{harmless(grade.student)}: {UNGRADED[grade.status]}. {harmless(said(grade.reason))}",
        style=style,
    )


class Events:
    """What happens as JSON, a line each, into a file; without one, nobody is told."""

    def __init__(self, file: TextIO | None = None) -> None:
        self._file = file

    @property
    def is_on(self) -> bool:
        return self._file is not None

    def tell(self, event: str, **values: Any) -> None:
        """Writes an event at once; `docs/scaling.md` lists them."""
        if self._file is not None:
            self._file.write(json.dumps({"event": event, **values}) + "\n")
            self._file.flush()

    def tell_grade(self, assignment: str, grade: SubmissionGrade) -> None:
        """Writes what a submission came to."""
        self.tell(
            "graded",
            assignment=assignment,
            student=grade.student,
            status=grade.status.value,
            score=grade.score if grade.has_score else None,
            max_score=grade.max_score,
            reason=None if grade.reason is None else said(grade.reason),
        )
