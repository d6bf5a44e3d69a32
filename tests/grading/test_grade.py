"""Work that is right when its notebook is run, graded in the sandbox with the trainer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.records import ExerciseGrade, Outcome, Submission
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__))
NAME, SLUG = "fashion_mnist", "more_layers"
HANDOUT = json.loads(COURSE.notebook_path(NAME).read_text("utf-8"))["cells"]
INTRODUCTION = [
    "".join(cell["source"])
    for cell in HANDOUT
    if cell["cell_type"] == "code" and cell["id"].startswith("introduction")
]
# The reference, with the widths of its hidden layers in a constant.
BUILD = """
import tensorflow as tf

def build_deeper_model():
    model = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for width in WIDTHS:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
"""
KINDS = {
    "below the main guard": [
        BUILD + '\nif __name__ == "__main__":\n    WIDTHS = [512, 256]\n    build_deeper_model()'
    ],
    "filled by calls": [
        "WIDTHS = []\ndef add(n):\n    WIDTHS.append(n)",
        "add(512)\nadd(256)",
        BUILD,
    ],
    "awaited": ["async def set():\n    global WIDTHS\n    WIDTHS = 512, 256", "await set()", BUILD],
    "in a file that a cell writes": [
        "%%writefile own.py\nWIDTHS = [512, 256]",
        "from own import *",
        BUILD,
    ],
    "all in such a file": ["%%writefile own.py\nWIDTHS = 512, 256" + BUILD, "from own import *"],
    "shown": [
        "WIDTHS = [512, 256]",
        BUILD.replace("    return", "    display(get_ipython())\n    return"),
    ],
    "changed by an object": [
        "class Box:\n    def __init__(self, of):\n        self.of = of",
        "WIDTHS = []\nbox = Box(WIDTHS)",
        "print('x' * 2**23)\nbox.of.extend([512, 256])\ninput()\nplt.show()\n1 / 0",
        BUILD,
        "build_deeper_model().fit(train_images[:64], train_labels[:64])",
    ],
}


def graded(runner: Runner, *cells: str) -> ExerciseGrade:
    """What a notebook of the introduction and these cells gets."""
    sources = [{"cell_type": "code", "source": text} for text in (*INTRODUCTION, *cells)]
    contents = read_notebook(json.dumps({"nbformat": 4, "cells": sources}), [SLUG])
    work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    (grade,) = grade_exercises(work, [prepare_exercise(COURSE, NAME, SLUG)], runner)
    return grade


@pytest.mark.parametrize("name", KINDS)
def test_what_a_notebook_sets_up_is_there(name: str, shared_runner: Runner) -> None:
    """However the notebook comes by its constants, the answer gets full marks."""
    grade = graded(shared_runner, *KINDS[name], f'grader.check("{SLUG}")', "while True: pass")
    assert (grade.earned, grade.outcome) == (grade.points, Outcome.FINISHED)


def test_a_helper_beside_the_notebook_is_imported(shared_runner: Runner) -> None:
    """A script that is handed in with it can be imported, and fails where it is written."""
    for text, earned in (("WIDTHS = [512, 256]", 12), ("WIDTHS = 1 / 0", 0)):
        cell = [{"cell_type": "code", "source": f"from own import *\n{BUILD}"}]
        notebook = json.dumps({"nbformat": 4, "cells": cell})
        contents = read_notebook(notebook, [SLUG], [("own.py", text)])
        work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
        (grade,) = grade_exercises(work, [prepare_exercise(COURSE, NAME, SLUG)], shared_runner)
        assert grade.earned == earned
        if not earned:
            assert "own.py" in repr(grade.checks[0].message)


def test_the_notebooks_own_model_is_there_in_time(shared_runner: Runner) -> None:
    """A function that uses the model of the introduction waits for its training once."""
    source = BUILD.replace("WIDTHS", "[512, 256]").replace(
        "    return model",
        "    assert len(trained.predict(train_images[:1])[0]) == 10\n    return model",
    )
    seconds = []
    for _attempt in range(2):
        grade = graded(shared_runner, "trained = model", source)
        assert (grade.earned, grade.outcome) == (grade.points, Outcome.FINISHED)
        seconds.append(grade.cpu_seconds)
    assert max(seconds) < COURSE.limits(NAME, SLUG).cpu_seconds / 10
