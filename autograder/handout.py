"""Stubs into the notebook that students open.

The notebook is built, never edited: `introduction.py`, then each exercise's stub in the course's
order, all in the percent format (https://jupytext.readthedocs.io/en/latest/formats-scripts.html).
The same sources always give the same bytes, so a committed notebook can be checked for drift.
"""

from __future__ import annotations

from collections.abc import Iterable

import jupytext
import nbformat

from autograder.course import Course
from autograder.errors import UsageError
from autograder.exercise import find_exercise
from autograder.notebook import PLACEHOLDER

INTRODUCTION = "introduction"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def build_notebook(course: Course, assignment: str) -> str:
    """The text of the assignment's notebook; raises `UsageError` for a stub that is missing."""
    notebook = nbformat.v4.new_notebook(metadata=METADATA)
    notebook.cells += _cells(course, assignment, INTRODUCTION)
    for number, slug in enumerate(course.table.assignments[assignment].exercises, start=1):
        exercise = find_exercise(assignment, slug)
        prompt, *rest = _cells(course, assignment, slug)
        heading = f"## Exercise {number}: {exercise.title} ({exercise.points:g} points)"
        prompt["source"] = f"{heading}\n\n{prompt['source']}"
        notebook.cells += [prompt, *rest, _answer_cell(slug)]
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def stale_notebooks(course: Course, assignments: Iterable[str]) -> list[str]:
    """The assignments whose notebook is missing or is not what their stubs make."""
    stale = []
    for assignment in assignments:
        path = course.notebook_path(assignment)
        if not path.is_file() or path.read_text("utf-8") != build_notebook(course, assignment):
            stale.append(assignment)
    return stale


def _cells(course: Course, assignment: str, name: str) -> list[nbformat.NotebookNode]:
    path = course.stub_path(assignment, name)
    if not path.is_file():
        raise UsageError(f"{path} is missing; the notebook is built from it.")
    cells: list[nbformat.NotebookNode] = jupytext.reads(
        path.read_text("utf-8"), fmt="py:percent"
    ).cells
    if not cells or cells[0].cell_type != "markdown":
        raise UsageError(f"{path} must begin with `# %% [markdown]` and the prompt as a docstring.")
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"{name}-{number}"
        cell["metadata"] = {}
    return cells


def _answer_cell(slug: str) -> nbformat.NotebookNode:
    # `notebook` finds the answer behind this comment, which Jupyter does not show.
    text = f"**Why do you think so?**\n\n<!-- why: {slug} -->\n{PLACEHOLDER}"
    return nbformat.v4.new_markdown_cell(text, id=f"{slug}-why")
