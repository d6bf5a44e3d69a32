"""Writes, for the instructor alone, a page of works that share what few others have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from autograder.report.pages import environment, write_page

FILE = "similar.html"
MOST_LINES = 200  # of one exercise


class Side(Protocol):
    """The lines of one work, and the numbers of those that are shared."""

    @property
    def lines(self) -> Sequence[str]: ...
    @property
    def shared(self) -> Collection[int]: ...


class Place(Protocol):
    """One exercise of a pair."""

    @property
    def slug(self) -> str: ...
    @property
    def agree(self) -> float: ...
    @property
    def sides(self) -> Sequence[Side]: ...


class Pair(Protocol):
    """Two works; `alone` is the part of what they share that nobody else has."""

    @property
    def students(self) -> tuple[str, str]: ...
    @property
    def weight(self) -> float: ...
    @property
    def alone(self) -> float: ...
    @property
    def places(self) -> Sequence[Place]: ...
    @property
    def same_words(self) -> Sequence[str]: ...


def write_similar(  # noqa: PLR0913 - all of them by name
    path: Path,
    pairs: Sequence[Pair],
    *,
    count: int,
    line: float,
    line_of_nearly_all: float,
    names: Mapping[str, str],
    course_title: str,
    assignment_title: str,
) -> None:
    """The pairs side by side, without a verdict; `count` works were compared."""
    page = environment().get_template("similar.html.j2")
    parts = page.generate(
        course_title=course_title,
        assignment_title=assignment_title,
        pairs=pairs,
        count=count,
        line=line,
        line_of_nearly_all=line_of_nearly_all,
        names=names,
        most_lines=MOST_LINES,
    )
    write_page(path, parts)
