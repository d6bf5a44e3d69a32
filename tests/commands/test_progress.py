"""How far a command is, for people and for programs."""

from __future__ import annotations

import io
import itertools
import json

import pytest
from rich.console import Console

from autograder.commands.progress import Events, progress_bar
from tests.grades import exercise, grade, refused, regrade


def test_events_are_lines_of_json() -> None:
    """One for each grade, with a score where there is one."""
    file = io.StringIO()
    events = Events(file)
    one = grade(exercise(), student="Ada \udcff")
    for each in (one, refused("Rik"), regrade("Rita")):
        events.tell_grade("first", each)
    events.tell("ended", again=["Rita"], defects=[])
    told = [json.loads(line) for line in file.getvalue().splitlines()]
    assert [(line["event"], line.get("status")) for line in told] == [
        ("graded", "graded"),
        ("graded", "refused"),
        ("graded", "regrade"),
        ("ended", None),
    ]
    assert told[0]["student"] == one.student
    assert (told[0]["score"], told[0]["max_score"]) == (one.score, one.max_score)
    assert told[1]["score"] is None
    assert told[1]["reason"]


def test_without_a_file_nobody_is_told() -> None:
    """Words for people are the output then."""
    events = Events()
    events.tell("found", students=1)
    assert not events.is_on


@pytest.mark.parametrize("is_terminal", [True, False])
def test_the_bar_has_rate_and_time_left_on_a_terminal_alone(is_terminal: bool) -> None:
    """A file gets plain lines, and no signs that move a cursor."""
    file = io.StringIO()
    console = Console(file=file, force_terminal=is_terminal, width=120, highlight=False)
    clock = itertools.count()
    with progress_bar(console, lambda: float(next(clock))) as progress:
        task = progress.add_task("grading", total=10)
        for _count in range(4):
            progress.advance(task)
            progress.console.print("ada: 6 of 6")
        progress.refresh()
    said = file.getvalue()
    assert said.count("ada: 6 of 6") == 4
    assert ("\x1b" in said) == is_terminal
    assert (" a minute" in said and "left" in said and "4/10" in said) == is_terminal
