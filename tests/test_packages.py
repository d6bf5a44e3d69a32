"""What notebooks import most is there in the sandbox, and what is not costs only what uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.records import ExerciseGrade, Submission
from autograder.report.wording import why
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
COURSE = find_course(ROOT)
IMPORTS = """\
import matplotlib.pyplot as plt, pandas as pd, seaborn as sns, no_such_package
from PIL import Image
from scipy import stats
from sklearn.metrics import confusion_matrix
from tensorboard import notebook
from tqdm.auto import tqdm
"""
ANSWER = """\
import numpy as np

def class_probabilities(model, images):
    row = model.predict(images, verbose=0)[0]
    for _ in tqdm(range(3)):
        table = pd.DataFrame({"class": range(10), "share": row})
    confusion_matrix([0, 1], [1, 1])
    stats.norm.pdf(row)
    Image.fromarray(np.uint8(255 * images[0]))
    assert notebook is not None
    return table["share"].to_numpy()

def predicted_class(model, images):
    sns.set_theme()
    plt.plot(class_probabilities(model, images))
    return int(np.argmax(class_probabilities(model, images)))
"""


def graded(runner: Runner, *sources: str) -> ExerciseGrade:
    exercise = prepare_exercise(COURSE, "fashion_mnist", "first_prediction")
    cells = [{"cell_type": "code", "source": source} for source in sources]
    contents = read_notebook(json.dumps({"nbformat": 4, "cells": cells}), [exercise.slug])
    work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    (grade,) = grade_exercises(work, [exercise], runner)
    return grade


def test_what_notebooks_import_most_is_there(shared_runner: Runner) -> None:
    """An answer may use any of it, beside a package that is missing in the same statement."""
    grade = graded(shared_runner, IMPORTS, ANSWER)
    assert grade.earned == grade.points, [why(check) for check in grade.checks]


def test_a_package_that_is_missing_and_used_is_told_by_name(shared_runner: Runner) -> None:
    """With what there is instead."""
    source = "import cv2\n" + ANSWER.partition("    row")[0] + "    return cv2.imread('a')\n"
    said = why(graded(shared_runner, source).checks[0])
    assert "There is no package named `cv2` here" in said.seen
