"""`otter run` on the generated assignment says what `autograder check` says, on all known work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import make_setup, prepare_public_exercise
from autograder.notebooks.build import build_notebook
from autograder.notebooks.otter_zip import write_otter_zip
from autograder.proofs.specimens import Specimen
from autograder.records import Submission, Verdict
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner
from autograder.training.training_store import TrainingStore
from tests.own_course import POINTS
from tests.sample_class import read_shelf
from tests.student_notebooks import filled, not_passed, not_passed_by_otter
from tests.tiny import NAME

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__))
AT_ONCE = 2
ENVIRONMENT = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
Sentences = set[str]
Verdicts = dict[str, tuple[float, Sentences]]


def classes() -> Iterator[tuple[str, dict[str, Specimen]]]:
    """The reference, the stub, and every mistake: each once, one an exercise in each notebook."""
    shelf = read_shelf(COURSE, NAME)
    yield "reference", {slug: specimens[0] for slug, specimens in shelf.items()}
    yield "stub", {slug: specimens[1] for slug, specimens in shelf.items()}
    mistakes = [
        [(slug, each) for each in specimens if each.name.startswith("mistake")]
        for slug, specimens in shelf.items()
    ]
    for number, row in enumerate(zip_longest(*mistakes), start=1):
        yield f"mistakes-{number:02}", dict(filter(None, row))


def otters(zipped: Path, path: Path) -> Verdicts:
    """For each exercise what `otter run` gives for it, and the sentences of what did not pass."""
    out = path.with_suffix("")
    out.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "otter", "run", "-a", zipped, "-o", out, "--no-logo", path],
        cwd=out,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads((out / "results.json").read_text("utf-8"))
    tests = [test for test in results["tests"] if "max_score" in test]
    return {test["name"]: (test["score"], not_passed_by_otter(test["output"])) for test in tests}


def ours(path: Path, runner: Runner) -> Verdicts:
    """The same of `autograder check`."""
    slugs = COURSE.table.assignments[NAME].exercises
    contents = read_notebook(path.read_text("utf-8"), slugs)
    work = Submission(path.stem, path, "", contents.cells, contents.notes)
    exercises = [prepare_public_exercise(COURSE, NAME, slug) for slug in slugs]
    grades = grade_exercises(work, exercises, runner)
    assert not [c for grade in grades for c in grade.checks if c.verdict is Verdict.ERROR]
    return {grade.slug: (grade.earned, not_passed(grade)) for grade in grades}


def test_otter_says_what_check_says(tmp_path: Path) -> None:
    """On the reference, the stub and every known mistake the public verdicts are the same.

    The notebooks ask nothing themselves: Otter would ask it all once more.
    """
    zipped = write_otter_zip(COURSE, NAME, tmp_path / "otter")
    handout = build_notebook(COURSE, NAME)
    paths = {}
    for name, answers in classes():
        paths[name] = tmp_path / f"{name}.ipynb"
        paths[name].write_text(filled(handout, name, answers, checks=False), "utf-8")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = pool.map(lambda path: otters(zipped, path), paths.values())
        theirs = dict(zip(paths, results, strict=True))
    setup = replace(
        make_setup(COURSE, choose_sandbox()), store=TrainingStore(tmp_path / "store", 500)
    )
    with closing(Runner(setup)) as runner:
        for name, path in paths.items():
            assert theirs[name] == ours(path, runner), name
    assert sum(score for score, _sentences in theirs["reference"].values()) == POINTS
    assert sum(score for score, _sentences in theirs["stub"].values()) == 0
