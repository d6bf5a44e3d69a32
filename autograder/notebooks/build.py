"""Builds the notebook that students open, the tests that Otter runs in it, and parts of documents.

These are never edited. The notebook is `introduction.py`, then each exercise's stub in the
course's order, all in the percent format
(https://jupytext.readthedocs.io/en/latest/formats-scripts.html), each with a check behind it. The
same sources always give the same bytes, so what is committed can be checked for drift.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jupytext
import nbformat

from autograder.course import Course
from autograder.judging.exercise import find_exercise
from autograder.notebooks.documents import built_documents
from autograder.notebooks.otter_tests import otter_test
from autograder.submissions.notebook import PLACEHOLDER
from autograder.wire.errors import UsageError

INTRODUCTION = "introduction"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
GRADER = """\
# From here on, `grader.check(...)` below an exercise tells what stands and what is missing. Where
# Otter or its files are not there, and on Colab, the course's own grader says the same.
try:
    import os
    import sys

    import otter

    assert os.path.isdir("tests")  # without its files Otter would fail later, at each check
    assert "google.colab" not in sys.modules  # nor would it export there
    grader = otter.Notebook({notebook!r})
except Exception:
    from autograder import grader\
"""
HAND_IN = """\
## Hand in

Restart the kernel and run all cells once more: what works then works for the grader too. Save the
notebook, run the cell below, and hand in the zip that it makes (or the notebook itself).

`grader.check_all()` looks at all exercises again, which takes as long as all their trainings.\
"""
EXPORT = "grader.export(pdf=False, force_save=True)"


def build_notebook(course: Course, assignment: str) -> str:
    """The text of the assignment's notebook; raises `UsageError` for a stub that is missing."""
    notebook = nbformat.v4.new_notebook(metadata=METADATA)
    notebook.cells += _cells(course, assignment, INTRODUCTION)
    path = course.notebook_path(assignment)
    notebook.cells.append(_code("grader", GRADER.format(notebook=path.name)))
    for number, slug in enumerate(course.table.assignments[assignment].exercises, start=1):
        exercise = find_exercise(assignment, slug)
        prompt, *rest = _cells(course, assignment, slug)
        heading = f"## Exercise {number}: {exercise.title} ({exercise.points:g} points)"
        prompt["source"] = f"{heading}\n\n{prompt['source']}"
        check = _code(f"{slug}-check", f'grader.check("{slug}")')
        notebook.cells += [prompt, *rest, check, _answer_cell(slug)]
    notebook.cells.append(nbformat.v4.new_markdown_cell(HAND_IN, id="hand-in"))
    notebook.cells.append(_code("export", EXPORT))
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
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


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


def _code(name: str, source: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_code_cell(source, id=name)
