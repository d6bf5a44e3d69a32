"""What Otter says of the generated assignment is what `autograder check` says, on known work.

`otter run` itself grades one notebook, of references and first mistakes in turn, as it would a
student's. The grades of more known work are put to the same test files by Otter's own reader.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import pytest
from otter.test_files.exception_test import ExceptionTestFile

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_public_exercise
from autograder.notebooks import api
from autograder.notebooks.build import build_notebook
from autograder.notebooks.otter_tests import otter_test
from autograder.notebooks.otter_zip import write_otter_zip
from autograder.proofs.selfcheck import problems_with
from autograder.proofs.specimens import Specimen
from autograder.records import ExerciseGrade, Submission, Verdict
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner
from tests.sample_class import read_shelf
from tests.student_notebooks import filled, not_passed, not_passed_by_otter
from tests.tiny import NAME
from tests.whole import is_whole

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__))
SLUGS = COURSE.table.assignments[NAME].exercises
# What `otter run` grades too: right and wrong answers in turn.
MIXED = "mixed"
SHARE = 3  # one of so many exercises is answered there in `make test`, and each in `make whole`
ENVIRONMENT = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
Sentences = set[str]
Verdicts = dict[str, tuple[float, Sentences]]
Work = dict[str, Specimen]
Grades = dict[str, tuple[ExerciseGrade, ...]]


@pytest.fixture(scope="module")
def works() -> dict[str, Work]:
    """Right and wrong in turn; the references, the stubs, and mistakes that fail every check."""
    shelf = read_shelf(COURSE, NAME)
    mistakes = [[(slug, each) for each in telling(specimens)] for slug, specimens in shelf.items()]
    first = {slug: specimens[0] for slug, specimens in shelf.items()}
    wrong = {slug: row[0][1] for slug, row in zip(shelf, mistakes, strict=True)}
    return {
        MIXED: {
            slug: (first, wrong)[place % 2][slug]
            for place, slug in [*enumerate(shelf)][:: 1 if is_whole() else SHARE]
        },
        "reference": first,
        "stub": {slug: specimens[1] for slug, specimens in shelf.items()},
        **{
            f"mistakes-{number:02}": dict(filter(None, row))
            for number, row in enumerate(zip_longest(*mistakes), start=1)
        },
    }


def telling(specimens: Sequence[Specimen]) -> list[Specimen]:
    """A few mistakes of an exercise, of which every check that a mistake fails is failed by one."""
    mistakes = [one for one in specimens if one.name.startswith("mistake")]
    chosen, missing = list[Specimen](), {name for one in mistakes for name in one.fails or ()}
    while missing:
        best = max(mistakes, key=lambda one: len((one.fails or frozenset()) & missing))
        chosen.append(best)
        missing -= best.fails or frozenset()
    return chosen


@pytest.fixture(scope="module")
def notebooks(works: dict[str, Work]) -> dict[str, str]:
    """The text of each; they ask nothing themselves, which Otter would ask once more."""
    handout = build_notebook(COURSE, NAME)
    return {name: filled(handout, name, work, checks=False) for name, work in works.items()}


@pytest.fixture(scope="module")
def grades(notebooks: dict[str, str], shared_runner: Runner) -> Grades:
    """What `autograder check` finds in each notebook."""
    tasks = [prepare_public_exercise(COURSE, NAME, slug) for slug in SLUGS]
    found = {}
    for name, notebook in notebooks.items():
        contents = read_notebook(notebook, SLUGS)
        work = Submission(name, Path(f"{name}.ipynb"), "", contents.cells, contents.notes)
        found[name] = grade_exercises(work, tasks, shared_runner)
    return found


def verdicts(grades: Sequence[ExerciseGrade]) -> Verdicts:
    """For each exercise its points, and the sentences of what did not pass."""
    return {grade.slug: (grade.earned, not_passed(grade)) for grade in grades}


def otters(zipped: Path, path: Path) -> Verdicts:
    """The same of `otter run`."""
    out = path.with_suffix("")
    out.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "otter", "run", "-a", zipped, "-o", out, "--no-logo", path],
        cwd=out,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads((out / "results.json").read_text("utf-8"))
    tests = [test for test in results["tests"] if "max_score" in test]
    return {test["name"]: (test["score"], not_passed_by_otter(test["output"])) for test in tests}


def test_otter_run_says_what_check_says(
    notebooks: dict[str, str], grades: Grades, tmp_path: Path
) -> None:
    """On a whole notebook the points and verdicts of `otter run` are those of the public checks."""
    path = tmp_path / f"{MIXED}.ipynb"
    path.write_text(notebooks[MIXED], "utf-8")
    theirs = otters(write_otter_zip(COURSE, NAME, tmp_path / "otter"), path)
    assert theirs == verdicts(grades[MIXED])
    right = [slug for slug, (_score, sentences) in theirs.items() if not sentences]
    assert 0 < len(right) < len(SLUGS)


def test_public_checks_know_mistakes(works: dict[str, Work], grades: Grades) -> None:
    """With the images that students have, each check fails and passes what it is known to."""
    off = [
        f"{name}: {grade.slug}: {problem}"
        for name, work in works.items()
        for grade in grades[name]
        if grade.slug in work
        for problem in problems_with(work[grade.slug], grade)
    ]
    assert not off


@pytest.mark.parametrize("slug", SLUGS)
def test_otters_reader_says_what_check_says(
    slug: str, works: dict[str, Work], grades: Grades, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each work here, Otter's test file passes the checks that passed, in its words."""
    monkeypatch.setattr(api, "_grade", lambda _slug, names: names["grade"])
    count = 0
    for name, work in works.items():
        if slug in work:
            (grade,) = (grade for grade in grades[name] if grade.slug == slug)
            assert read_by_otter(work[slug], grade) == (grade.earned, not_passed(grade)), name
            count += 1
    assert count > 2


def read_by_otter(specimen: Specimen, grade: ExerciseGrade) -> tuple[float, Sentences]:
    """The points that Otter gives where its test file finds this grade, and what did not pass."""
    read = ExceptionTestFile.from_string(otter_test(specimen.task.exercise))
    read.run({"grade": grade})
    assert all(
        result.passed == (check.verdict is Verdict.PASSED)
        for result, check in zip(read.test_case_results, grade.checks, strict=True)
    )
    return read.score, not_passed_by_otter(read.summary())
