"""Specimens: what they are made from, what they are called, and what they must fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course
from autograder.grading.plan import prepare_exercise
from autograder.proofs.known_answers import KnownAnswers, swap
from autograder.proofs.specimens import cell_of, read_specimens
from autograder.wire.errors import UsageError
from tests import tiny
from tests.tiny import NAME

SLUG = tiny.SLUGS[0]
WRITTEN = "def build_deeper_model(): return 3\n"
SLIPS = """from autograder.proofs.known_answers import KnownAnswers, swap
known = KnownAnswers()
known.mistake("four", swap("3", "4"), fails=["has_two_hidden_layers"])
known.accepted("in brackets", swap("3", "(3)"))
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path)


def write(course: Course, solution: str) -> None:
    path = course.solution_path(NAME, SLUG)
    path.parent.mkdir(parents=True)
    path.write_text(solution, "utf-8")


def test_specimens_are_named_after_what_they_are() -> None:
    """The reference and the stub come first, then mistakes and variants by name."""
    names = [each.name for each in tiny.specimens()]
    assert names[:3] == ["reference", "stub", "mistake: triples"]
    assert names[-1] == "accepted: a helper"
    assert len(names) == 2 + 5 + 4


def test_specimens_know_their_verdicts() -> None:
    """Right work fails nothing, the stub passes nothing, a mistake fails what it names."""
    fails = {each.name: each.fails for each in tiny.specimens()}
    assert fails["reference"] == fails["accepted: adds"] == frozenset()
    assert fails["stub"] is None
    assert fails["mistake: floats"] == frozenset({"answers_are_whole", "zero_stays_zero"})


def test_a_specimen_is_one_cell() -> None:
    """A specimen is graded as the only cell of a submission."""
    assert (cell_of("x = 1").name, cell_of("x = 1").source) == ("cell 1", "x = 1")


@pytest.mark.parametrize("kind", ["mistake", "accepted"])
def test_an_edit_that_does_not_fit_is_refused(kind: str) -> None:
    """An edit that does not fit names where it is declared, and the file that it edits."""
    known = KnownAnswers()
    if kind == "mistake":
        known.mistake("stale", swap("nowhere", ""), fails=[])
    else:
        known.accepted("stale", swap("nowhere", ""))
    words = rf"^line \d+: '{kind}: stale' does not fit reference\.py: 'nowhere' must occur once"
    with pytest.raises(UsageError, match=words):
        tiny.specimens(answers=known)


def test_a_helper_of_the_reference_may_stay_open(course: Course) -> None:
    """Only what the exercise asks for must be written: a method that others override need not."""
    solution = "class Base:\n    def go(self):\n        raise NotImplementedError\n"
    write(course, solution + tiny.REFERENCE)
    task = tiny.task(tiny.renamed(SLUG))
    assert read_specimens(course, NAME, task)


def test_specimens_are_made_from_the_courses_files(course: Course) -> None:
    """Stub, reference and known answers are read from where the course keeps them."""
    write(course, WRITTEN)
    path = course.known_answers_path(NAME, SLUG)
    path.parent.mkdir()
    path.write_text(SLIPS, "utf-8")
    task = prepare_exercise(course, NAME, SLUG)
    reference, stub, four, same = read_specimens(course, NAME, task)
    assert reference.source == WRITTEN
    assert stub.source == course.stub_path(NAME, SLUG).read_text("utf-8")
    assert four.source == WRITTEN.replace("3", "4")
    assert (four.fails, same.fails) == (frozenset({"has_two_hidden_layers"}), frozenset())
    assert reference.place == f"solutions/{NAME}/{SLUG}.py"
    assert four.place == f"solutions/{NAME}/known/{SLUG}.py, line 3"
