"""Work for another assignment is told from half-empty work for this one; old editions are said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_source
from autograder.grading.plan import Plan
from autograder.judging.handout import handout_of
from autograder.records import Marks, Status, Submission
from autograder.report.catalogue import english
from autograder.sandbox.launch import Sandbox
from autograder.submissions.intake import find
from autograder.submissions.notebook import read_notebook, read_scripts
from autograder.supervision.runner import Setup
from autograder.wire.tier import NONE

COURSE = find_course(Path(__file__).parent.parent.parent)
HANDOUT = handout_of(COURSE, "fashion_mnist")
BUILT = json.loads(COURSE.notebook_path("fashion_mnist").read_text("utf-8"))


def notebook(*cells: str | dict[str, Any], metadata: dict[str, Any] | None = None) -> Submission:
    """A notebook of code, and of whole cells."""
    parts = [
        {"cell_type": "code", "source": cell} if isinstance(cell, str) else cell for cell in cells
    ]
    text = json.dumps({"nbformat": 4, "metadata": metadata or {}, "cells": parts})
    return of(read_notebook(text, HANDOUT.slugs).marks)


def of(marks: Marks, cells: Sequence[Any] = ()) -> Submission:
    return Submission("ada", Path("ada.ipynb"), "", tuple(cells), marks=marks)


def prose(text: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": text, **more}


@pytest.mark.parametrize(
    "work",
    [
        of(read_notebook(json.dumps(BUILT), HANDOUT.slugs).marks),
        notebook("def build_model(neurons): pass"),
        notebook("    def build_modle(neurons):"),
        notebook("from solution import outputs_needed"),
        notebook("best_epoch = lambda history: 1"),
        notebook("%%writefile a.py\nclass StopAtAccuracy: pass"),
        notebook('grader.check("neurons")'),
        notebook(prose("<!-- why: raw_pixels -->")),
        notebook(prose("## Exercise 3: Remove Flatten (12 points)")),
        notebook({"cell_type": "code", "source": "", "id": "neurons-2"}),
        notebook({"cell_type": "code", "source": "", "metadata": {"id": "neurons-check"}}),
        notebook(metadata={"autograder": {"assignment": "fashion_mnist", "edition": "old"}}),
        of(read_scripts([("a.py", "def is_overfitting(history): pass")]).marks),
        of(read_scripts([("a.py", '# ## Exercise 3: Remove Flatten\ngrader.check("x")')]).marks),
        of(Marks(), read_scripts([("neurons.py", "x = 1")]).cells),
    ],
)
def test_one_mark_is_enough(work: Submission) -> None:
    """Whoever defines a name that is asked for, or has a cell of the handout's, is graded."""
    assert HANDOUT.owns(work)


@pytest.mark.parametrize(
    ("work", "seems"),
    [
        (
            notebook(prose("# Cats and dogs\n\n## Data"), "model = 1\ndef plot(): pass"),
            "Its title is 'Cats and dogs'.",
        ),
        (notebook("predicted_class = 3\ndef plot_history(h): pass"), "It defines `plot_history`."),
        (notebook("import tensorflow as tf"), "It has no title, and defines no function."),
        (notebook(), "It has no title"),
        (notebook('check("another")', prose("<!-- why: another -->")), "It has no title"),
        (
            notebook({"cell_type": "code", "source": "def plot(): pass", "id": "ab12-3"}),
            "It defines `plot`.",
        ),
        (of(read_scripts([("a.py", "# Cats\ndef plot(): pass")]).marks), "It defines `plot`."),
    ],
)
def test_other_work_is_told_as_what_it_seems_to_be(work: Submission, seems: str) -> None:
    """Without any mark it is another notebook, in a few words."""
    assert not HANDOUT.owns(work)
    words = english().say(HANDOUT.why_not(work))
    assert words.startswith("This is not work for this assignment")
    assert seems in words
    assert len(words) < 500


def test_todays_notebook_is_of_todays_edition() -> None:
    """The built notebook has the mark that the grader expects."""
    marks = read_notebook(json.dumps(BUILT), HANDOUT.slugs).marks
    assert (marks.assignment, marks.edition) == (HANDOUT.assignment, HANDOUT.edition)
    assert HANDOUT.about_edition(of(marks)) is None


def test_another_edition_is_said() -> None:
    """By the mark in the metadata, or by exercises that are no longer there."""
    old = notebook(metadata={"autograder": {"assignment": "fashion_mnist", "edition": "0ld"}})
    said = HANDOUT.about_edition(old)
    assert said is not None
    assert said.name == "file.other_edition"
    gone = notebook('grader.check("dropout")', 'grader.check("neurons")')
    said = HANDOUT.about_edition(gone)
    assert said is not None
    assert "no exercise `dropout`" in english().say(said)
    assert HANDOUT.about_edition(notebook("def build_model(neurons): pass")) is None
    own = notebook("def build_model(neurons): pass", 'check("shapes")')
    assert HANDOUT.about_edition(own) is None


def test_the_edition_changes_with_what_students_write(tmp_path: Path) -> None:
    """Another name, argument or exercise is another edition; another sentence is not."""
    stub = tmp_path / "stub.py"

    class Elsewhere:
        table = COURSE.table

        def stub_path(self, _assignment: str, _slug: str) -> Path:
            return stub

    def edition(source: str) -> str:
        stub.write_text(source)
        return handout_of(Elsewhere(), "fashion_mnist").edition  # type: ignore[arg-type]

    first = edition('"""A prompt."""\ndef f(images): pass')
    assert first == edition('"""Another prompt."""\ndef f(images): pass')
    assert first != edition('"""A prompt."""\ndef f(images, labels): pass')
    assert first != edition("def f(images")


def test_other_work_is_graded_by_nobody(tmp_path: Path) -> None:
    """It has a status of its own, and nothing of it reaches a runner."""
    path = tmp_path / "ada.ipynb"
    cells = [{"cell_type": "code", "source": "def plot(): pass"}, prose("# Cats")]
    path.write_text(json.dumps({"nbformat": 4, "cells": cells}))
    (source,) = find([path], HANDOUT.slugs, tmp_path).sources
    plan = Plan("fashion_mnist", (), Setup(Sandbox(NONE)), "", handout=HANDOUT)
    grade = grade_source(source, plan, runner=None)  # type: ignore[arg-type]
    assert (grade.status, grade.exercises) == (Status.OTHER_WORK, ())
    assert grade.reason is not None
    assert grade.reason.name == "file.other_work"
