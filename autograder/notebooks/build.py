"""Builds the notebook that students open, the tests that Otter runs in it, and parts of documents.

These are never edited. The notebook is `introduction.py`, then each exercise's stub in the
course's order, all in the percent format
(https://jupytext.readthedocs.io/en/latest/formats-scripts.html), each with a check behind it. The
same sources always give the same bytes, so what is committed can be checked for drift.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.course import Course
from autograder.judging.exercise import find_exercise
from autograder.judging.handout import handout_of
from autograder.notebooks.documents import built_documents
from autograder.notebooks.otter_tests import otter_test
from autograder.submissions.marks import OURS
from autograder.submissions.notebook import PLACEHOLDER
from autograder.wire.errors import UsageError

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
GRADER = """\
# `grader.check` below each exercise says what passes, what is missing, and what to try next.
# No module named 'autograder'? Run `%pip install .` once, in the folder of this notebook.
from autograder import grader\
"""
HAND_IN = """\
## Hand in

Restart the kernel and run all cells once more: what works then works for the grader too. The cell
below packs the notebook into `{zipped}`, and says which exercises are not written yet. Hand in that
zip, or the notebook itself.

`grader.check_all()` checks all exercises again, which takes as long as all their trainings.\
"""
EXPORT = "grader.export()"
# For `otter run`, to which `grader.check` means nothing unless it is Otter's: it asks where the
# explanation of an exercise stands, and leaves out what only a person needs.
OTTER_IGNORES = {"otter": {"ignore": True}}


def build_notebook(course: Course, assignment: str) -> str:
    """The text of the assignment's notebook; raises `UsageError` for a stub that is missing."""
    edition = handout_of(course, assignment).edition
    ours = {OURS: {"assignment": assignment, "edition": edition}}
    notebook = nbformat.v4.new_notebook(metadata={**METADATA, **ours})
    notebook.cells += _cells(course.introduction_path(assignment))
    notebook.cells.append(_code("grader", GRADER))
    for number, slug in enumerate(course.table.assignments[assignment].exercises, start=1):
        exercise = find_exercise(assignment, slug)
        prompt, *rest = _cells(course.stub_path(assignment, slug))
        heading = f"## Exercise {number}: {exercise.title} ({exercise.points:g} points)"
        prompt["source"] = f"{heading}\n\n{prompt['source']}"
        check = _code(f"{slug}-check", f'grader.check("{slug}")', OTTER_IGNORES)
        notebook.cells += [prompt, *rest, check, _answer_cell(slug)]
    hand_in = HAND_IN.format(zipped=course.notebook_path(assignment).with_suffix(".zip").name)
    notebook.cells.append(nbformat.v4.new_markdown_cell(hand_in, id="hand-in"))
    notebook.cells.append(_code("export", EXPORT, OTTER_IGNORES))
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def built_files(course: Course, assignment: str) -> dict[Path, str]:
    """Everything of an assignment that is built: the path and the text of each file."""
    tests = course.tests_path(assignment)
    exercises = course.table.assignments[assignment].exercises
    return {course.notebook_path(assignment): build_notebook(course, assignment)} | {
        tests / f"{slug}.py": otter_test(find_exercise(assignment, slug)) for slug in exercises
    }


def stale_files(course: Course, assignments: Iterable[str]) -> dict[Path, str | None]:
    """What is not as it would be built, with the text that it should have, or none at all."""
    stale: dict[Path, str | None] = {}
    for assignment in assignments:
        built = built_files(course, assignment)
        stale |= dict.fromkeys(course.tests_path(assignment).glob("*.py"))
        stale |= built
    stale |= built_documents(course)
    return {path: text for path, text in stale.items() if _text(path) != text}


def rebuild(path: Path, text: str | None) -> None:
    """Writes one file as it should be, or removes one that should not be."""
    try:
        if text is None:
            path.unlink()
            return
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def _cells(path: Path) -> list[NotebookNode]:
    if not path.is_file():
        raise UsageError(f"{path} is missing; the notebook is built from it.")
    cells: list[NotebookNode] = jupytext.reads(path.read_text("utf-8"), fmt="py:percent").cells
    if not cells or cells[0].cell_type != "markdown":
        raise UsageError(f"{path} must begin with `# %% [markdown]` and the prompt as a docstring.")
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"{path.stem}-{number}"
        cell["metadata"] = {}
    return cells


def _answer_cell(slug: str) -> NotebookNode:
    # `notebook` finds the answer behind this comment, which Jupyter does not show.
    text = f"**Why do you think so?**\n\n<!-- why: {slug} -->\n{PLACEHOLDER}"
    asked = {"otter": {"tests": [slug]}}
    return nbformat.v4.new_markdown_cell(text, id=f"{slug}-why", metadata=asked)


def _code(name: str, source: str, metadata: Mapping[str, Any] | None = None) -> NotebookNode:
    return nbformat.v4.new_code_cell(source, id=name, metadata=metadata or {})
