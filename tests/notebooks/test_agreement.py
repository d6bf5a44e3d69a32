"""What a notebook's own check says of work in its kernel is what the grader says of its file."""

from __future__ import annotations

import atexit
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.grading.grade import grade_exercises
from autograder.notebooks.api import grade_names
from autograder.records import ExerciseGrade, Submission
from autograder.submissions.notebook import read_notebook
from tests import tiny
from tests.submissions.test_readings import KINDS

pytestmark = [
    pytest.mark.slow,  # Keras has to be imported
    pytest.mark.filterwarnings("ignore"),  # the shell's, of its own making
]

# `f` is the helper that a kind of notebook sets up; it answers 7 if all went well.
ANSWER = "def double(number):\n    return 2 * number if f() == 7 else 0"
WRONG = ANSWER.replace("2 *", "3 *")
# What students have around their answers, and what a name may become further down.
NOISE = ["%matplotlib inline", "print('a' * 100)", "input('Your name? ')", "1 / 0\nf = 8"]
MORE = {
    "a file that a cell writes": [
        "%%writefile own_tools.py\nK = 7\ndef g():\n    return K",
        "from own_tools import *",
        "def f(): return g()",
    ],
    "display and the shell": [
        "shell = get_ipython()",
        "def f():\n    display(7)\n    return 7 if shell is not None else 0",
    ],
    "a timed cell": ["%%time\nK = 7", "%time f = lambda: K"],
    "a captured cell": ["%%capture out\nK = 7", "f = lambda: K"],
    "a helper that is not there": ["def f(): return missing"],
    "a helper that is wrong": ["def f(): return 8"],
    "a constant that changes": ["K = 7", "def f(): return K", "K = 8"],
    "a constant that becomes right": ["K = 8", "def f(): return K", "K = 7"],
    "a cell that stops half way": ["L = []", "L += [7]\n1 / 0\nL += [1]", "def f(): return sum(L)"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for files that cells write, whose modules are forgotten."""
    monkeypatch.chdir(tmp_path)
    before = set(sys.modules)
    with tiny.own_process():
        yield
    for name in set(sys.modules) - before:
        if name.startswith("own_"):
            del sys.modules[name]


def in_the_kernel(cells: Sequence[str]) -> ExerciseGrade:
    """What the check says, once all cells were run in turn as Jupyter does, errors or not."""
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.system = lambda _command: None
    sys.path.insert(0, "")
    try:
        for cell in cells:
            shell.run_cell("input = lambda *_: ''\n" + cell if "input(" in cell else cell)
        return grade_names(
            tiny.exercise,
            tiny.PUBLIC,
            shell.user_ns,
            lambda _words: None,
            lambda _file: "",
            on_trust="count",
        )
    finally:
        shell.restore_sys_module_state()
        # At the end it would look through all of Keras for garbage.
        atexit.unregister(shell.atexit_operations)


def by_the_grader(cells: Sequence[str]) -> ExerciseGrade:
    """What the grader says of the notebook's file."""
    notebook = {"nbformat": 4, "cells": [{"cell_type": "code", "source": text} for text in cells]}
    contents = read_notebook(json.dumps(notebook), ["double"])
    work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    (grade,) = grade_exercises(work, [tiny.task()], tiny.InProcess())
    return grade


@pytest.mark.parametrize("name", [*KINDS, *MORE])
@pytest.mark.parametrize("answer", [ANSWER, WRONG], ids=["right", "wrong"])
def test_both_give_the_same_verdicts(name: str, answer: str) -> None:
    """Check by check, whatever the answer rests on, among experiments and cells that fail."""
    cells = [*NOISE[:2], *{**KINDS, **MORE}[name], answer, *NOISE[2:3]]
    kernel, grader = in_the_kernel(cells), by_the_grader(cells)
    assert verdicts(grader) == verdicts(kernel)
    if name in KINDS and answer == ANSWER:
        assert grader.earned == grader.points


def verdicts(grade: ExerciseGrade) -> dict[str, str]:
    return {check.name: check.verdict.value for check in grade.checks}
