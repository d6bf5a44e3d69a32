"""What the self-check found into what the terminal shows: all of it, as it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.selfcheck import in_full, in_short, run_selfcheck
from autograder.course import Course
from autograder.proofs.selfcheck import Proof
from autograder.sandbox.launch import Sandbox
from autograder.wire.errors import UsageError
from autograder.wire.tier import NONE
from tests import tiny

WRONG = Proof("double", "stub", ("a failed (seen [/bold][red])", "b\x1b[31m failed"))
FAULT = Proof("double", "reference", fault="no worker")
PLACED = Proof("double", "reference", ("a failed",), place="solutions/double.py")
UNTRIED = Proof("double", "accepted: adds", untried="later")
WELL = Proof("double", "mistake: triples")


def test_what_is_off_is_said_in_full() -> None:
    """Every sentence stands on its own line; a fault of the grader says that it is one."""
    assert in_full(WRONG) == (
        "double: stub\n  - a failed (seen [/bold][red])\n  - b\\x1b[31m failed"
    )
    assert in_full(PLACED) == "double: reference (solutions/double.py)\n  - a failed"
    assert in_full(FAULT) == (
        "double: reference\n  - the grader failed, so run it again: no worker"
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([WELL], "double: 1 proof, all as they must be"),
        ([WELL, WELL], "double: 2 proofs, all as they must be"),
        ([WELL, WRONG, FAULT], "double: 3 proofs, 2 off"),
        ([WRONG, UNTRIED], "double: 2 proofs, 1 off, 1 not run until that is fixed"),
    ],
)
def test_every_exercise_has_its_line(found: list[Proof], words: str) -> None:
    """The line counts the proofs, those that are off and those that were not run."""
    assert in_short("double", found) == words


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course without solutions: each definition is off, and nothing needs to be run."""
    return tiny.course(tmp_path)


def proven(course: Course, *slugs: str) -> bool:
    junit = course.root / "proofs.xml"
    return run_selfcheck(course, slugs, 1, None, Sandbox(NONE), junit)


def test_what_is_printed_is_no_markup(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """Square brackets are shown as they stand, and long sentences are not broken."""
    stub = course.stub_path(tiny.NAME, "more_layers")
    left = "[/red] [bold] " + "very " * 50 + "long"
    stub.write_text(f"# STILL TO DO: {left}\n{stub.read_text('utf-8')}", "utf-8")
    assert not proven(course, "more_layers")
    assert f"line 1: still to do: {left}\n" in capsys.readouterr().out


def test_a_file_of_an_earlier_run_never_stays(course: Course) -> None:
    """A self-check that cannot be carried to its end leaves a JUnit file that says so."""
    assert not proven(course)
    report = (course.root / "proofs.xml").read_text("utf-8")
    assert 'name="definition"' in report
    assert "<error" not in report
    course.stub_path(tiny.NAME, "more_layers").unlink()
    with pytest.raises(UsageError, match="cannot be read"):
        proven(course)
    report = (course.root / "proofs.xml").read_text("utf-8")
    assert "<error" in report
    assert "stopped before it was done" in report
    assert 'name="definition"' not in report


def test_a_typing_mistake_writes_nothing(course: Course) -> None:
    """A slug that is no exercise is refused before the JUnit file is touched."""
    with pytest.raises(UsageError, match="no exercise 'typo'"):
        proven(course, "typo")
    assert not (course.root / "proofs.xml").exists()
