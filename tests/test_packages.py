"""What notebooks import most is there in the sandbox, and what is not costs only what uses it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.records import ExerciseGrade, Submission
from autograder.report.wording import why
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner
from autograder.wire.protocol import Job, Limits, Piece, ProbeSource

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


# A picture of digits as people have it: a file of another size, ink dark on light, with colours or
# a transparent ground. A probe gets bytes no other way than as numbers, and writes the file itself.
PICTURES = """
def see(student, given):
    import tempfile
    from pathlib import Path

    import numpy as np
    from PIL import Image

    folder = Path(tempfile.mkdtemp())
    paths = []
    for mode, pixels in given.pictures.items():
        path = folder / f"{mode}.png"
        Image.fromarray(pixels, mode).save(path)
        paths.append(str(path))
    return {"read": [np.asarray(student.read(path), np.float64) for path in paths]}
"""
WAYS = {
    "Pillow": "np.asarray(Image.open(path).convert('L'))",
    "matplotlib": "255 * colourless(plt.imread(path))",
    "Keras": "tf.keras.utils.img_to_array(tf.keras.utils.load_img(path, color_mode='grayscale'))",
    "TensorFlow": "colourless(tf.io.decode_png(tf.io.read_file(path)).numpy())",
}
READ = """
import matplotlib.pyplot as plt, numpy as np, tensorflow as tf
from PIL import Image

def colourless(pixels):
    return pixels if pixels.ndim == 2 else pixels[..., :3].mean(axis=-1)

def read(path):
    return np.squeeze({way})
"""


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_that_a_probe_writes_can_be_read(shared_runner: Runner, way: str) -> None:
    """Grey, with colours and with a ground that is seen through, by each usual way to read it."""
    grey = np.random.default_rng(1).integers(0, 256, (56, 40)).astype(np.uint8)
    colours = np.stack([grey] * 3, axis=-1)
    clear = np.concatenate([colours, np.full((56, 40, 1), 255, np.uint8)], axis=-1)
    given = {"pictures": {"L": grey, "RGB": colours, "RGBA": clear}}
    pieces = (Piece("cell 1", 1, READ.format(way=WAYS[way])),)
    limits = Limits(wall_seconds=60, cpu_seconds=30, memory_mb=2500, output_mb=1, evidence_mb=4)
    (seen,) = shared_runner.observe(
        [Job("pictures", pieces, (ProbeSource("see", PICTURES),), given, 7, limits)]
    )
    assert not seen.crashes, seen.crashes
    for found in seen.evidence["see"]["values"]["read"]:
        assert np.abs(np.reshape(found, grey.shape) - grey).max() < 2
