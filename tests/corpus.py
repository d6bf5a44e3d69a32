"""Reads the corpus: works written from the prompts alone, each with its verdict decided first.

A work is a program in percent format, as a student would put it in the place of a stub. Its first
lines are comments that say what it must get, and why: `verdict` is `full` or `less`; `fails` names
checks that must not pass and `passes` those that must, where its author's words say so much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.notebooks.build import build_notebook
from autograder.records import ExerciseGrade, Submission, Verdict
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner
from tests.whole import is_whole

FOLDER = Path(__file__).parent / "verdicts"
COURSE = find_course(FOLDER)
SHARE = 16  # one of so many works is graded by `make test`, and all of them by `make whole`
CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)
HEAD = re.compile(r"#\s*([a-z]+)\s*:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Work:
    """One work; `head` is what its first lines say, by their first word."""

    name: str
    slug: str
    source: str
    head: dict[str, str]

    @property
    def is_right(self) -> bool:
        return self.head["verdict"] == "full"

    def checks(self, word: str) -> set[str]:
        """The checks that `fails` or `passes` names."""
        return set(self.head.get(word, "").replace(",", " ").split())


def read_works(kind: str) -> list[Work]:
    """The works of the folder `right` or `wrong`: all where SHARE says so, or else a share."""
    works = [read_work(path) for path in sorted((FOLDER / kind).glob("*/*.py"))]
    return works if is_whole() else works[::SHARE]


def read_work(path: Path) -> Work:
    """The work of a file, whose folder is named after its exercise."""
    source = path.read_text("utf-8")
    head: dict[str, str] = {}
    for line in source.splitlines():
        if not line.startswith("#") or CELL.match(line):
            break
        if found := HEAD.match(line):
            head[found[1]] = found[2].strip()
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    return Work(name, path.parent.name, source, head)


def as_notebook(work: Work) -> str:
    """The handout with the work's cells in the place of its exercise's stub."""
    notebook = nbformat.reads(_handout(assignment_of(work)), as_version=4)
    stub = f"{work.slug}-2"
    place = [cell["id"] for cell in notebook.cells].index(stub)
    first, *parts = CELL.split(work.source)
    cells = [nbformat.v4.new_code_cell(first.strip(), id=stub)]
    for number, (head, body) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        is_text = "markdown" in head
        make = nbformat.v4.new_markdown_cell if is_text else nbformat.v4.new_code_cell
        text = body.strip().strip('"').strip() if is_text else body.strip()
        cells.append(make(text, id=f"{stub}-{number}"))
    notebook.cells[place : place + 1] = cells
    return str(nbformat.writes(notebook))


def assignment_of(work: Work) -> str:
    """The one that the work's exercise is in."""
    assignments = COURSE.table.assignments.items()
    return next(name for name, it in assignments if work.slug in it.exercises)


@cache
def _handout(assignment: str) -> str:
    return build_notebook(COURSE, assignment)


def graded(work: Work, runner: Runner) -> ExerciseGrade:
    """The verdicts on a notebook in which this work is the only answer."""
    contents = read_notebook(as_notebook(work), [work.slug])
    submission = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    task = prepare_exercise(COURSE, assignment_of(work), work.slug)
    (grade,) = grade_exercises(submission, [task], runner)
    return grade


def contradictions(work: Work, grade: ExerciseGrade) -> list[str]:
    """Where the verdicts are not those that the work's author decided."""
    passed = {check.name for check in grade.checks if check.verdict is Verdict.PASSED}
    off = [f"{name} passed" for name in sorted(work.checks("fails") & passed)]
    others = {check.name for check in grade.checks} - passed
    wanted = {check.name for check in grade.checks} if work.is_right else work.checks("passes")
    off += [f"{name} did not pass" for name in sorted(wanted & others)]
    if not work.is_right and not others:
        off.append("full marks")
    return off
