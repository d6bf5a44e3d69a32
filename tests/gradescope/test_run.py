"""A folder as Gradescope lays it out, graded there: every kind of submission, and no false zero."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from autograder.course import find_course
from autograder.gradescope.run import (
    Metadata,
    read_metadata,
    source_of,
    student_of,
    told,
    warnings,
)
from autograder.gradescope.zip import write_zip
from autograder.grading.plan import prepare_exercise
from autograder.judging.exercise import find_exercise
from autograder.proofs.specimens import read_specimens
from autograder.records import Verdict
from autograder.wire.messages import message
from tests.container import in_container
from tests.grades import check, exercise, grade, refused, regrade
from tests.gradescope_folder import METADATA, Done, GradescopeFolder
from tests.own_course import CHECKS, POINTS

COURSE = find_course(Path(__file__).parent)
NAME = "fashion_mnist"
SLUGS = COURSE.table.assignments[NAME].exercises

# ---- what Gradescope says ----------------------------------------------------------------------


def metadata(folder: Path, value: object) -> Metadata:
    path = folder / "metadata.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return read_metadata(path)


def test_everybody_who_handed_in_is_named(tmp_path: Path) -> None:
    """A group has all of its names, and no name has anything that a terminal or a path would do."""
    assert student_of(metadata(tmp_path, METADATA)) == "Ada Lovelace"
    users = [{"name": "Ada"}, {"name": "../\x1b[31m<b>Bö"}, {"email": "c@example.com"}]
    assert student_of(metadata(tmp_path, {"users": users})) == "Ada, ___31m_b_Bö, student"


@pytest.mark.parametrize("value", ["", "{", "[]", {"users": 3}, {"assignment": None}])
def test_metadata_that_cannot_be_understood_stop_nobody(tmp_path: Path, value: object) -> None:
    """Where Gradescope says something else one day, grading goes on without a name."""
    assert metadata(tmp_path, value) == Metadata()
    assert read_metadata(tmp_path / "nowhere") == Metadata()
    assert student_of(Metadata()) == "student"


@pytest.mark.parametrize(
    ("total", "warned"),
    [("20.0", True), ("100.0", False), (120, False), (99.5, True), (None, False), ("many", False)],
)
def test_too_few_points_on_gradescope_are_noticed(tmp_path: Path, total: Any, warned: bool) -> None:
    """The instructor is told when grades would be larger than what the assignment is worth."""
    found = metadata(tmp_path, {"assignment": {"total_points": total}})
    assert bool(list(warnings(found, 100))) is warned


# ---- what was uploaded -------------------------------------------------------------------------


def test_what_was_uploaded_is_one_submission(tmp_path: Path) -> None:
    """A notebook is taken whatever lies beside it; files of exercises are taken together."""
    (tmp_path / "data.csv").write_text("1,2")
    (tmp_path / "work.ipynb").write_text("{}")
    found = source_of(tmp_path, "Ada", SLUGS, tmp_path / "unpacked")
    assert (found.student, found.files, found.reason) == ("Ada", (tmp_path / "work.ipynb",), None)
    (tmp_path / "work.ipynb").unlink()
    for slug in SLUGS[:2]:
        (tmp_path / f"{slug}.py").write_text("")
    found = source_of(tmp_path, "Ada", SLUGS, tmp_path / "unpacked")
    assert {path.stem for path in found.files} == set(SLUGS[:2])


def test_an_upload_without_work_is_refused_with_a_reason(tmp_path: Path) -> None:
    """Nothing, or more than one notebook, is told to the student."""
    assert source_of(tmp_path, "Ada", SLUGS, tmp_path).reason == message("file.none")
    for name in ("a.ipynb", "b.ipynb"):
        (tmp_path / name).write_text("{}")
    several = source_of(tmp_path, "Ada", SLUGS, tmp_path).reason
    assert several == message("file.several", count=2, names="'a.ipynb', 'b.ipynb'")


def test_the_instructor_reads_what_became_of_it() -> None:
    """A score, a refusal, or a fault of ours with what failed; terminal codes are harmless."""
    assert list(told(grade(sandbox="uid"))) == [
        "Ada Lovelace: 5 of 100 points, in the tier 'uid' of the sandbox."
    ]
    (line,) = told(refused())
    assert line.startswith("Rik Refused: refused. The notebook has no list of cells")
    broken = exercise(check(Verdict.ERROR, seen="This check itself failed: \x1b[31mKeyError"))
    again = grade(
        broken,
        status=regrade().status,
        reason=message("grade.failed", exercises=[message("neurons.title")]),
    )
    first, second = told(again)
    assert "not the student's. The grader failed on: Change the number of neurons." in first
    assert (
        second
        == r"  neurons: The last layer has ten outputs.: This check itself failed: \x1b[31mKeyError"
    )


# ---- whole runs --------------------------------------------------------------------------------


def notebook(*sources: str, answer: str = "") -> str:
    """A notebook of these code cells, and the answer to a question of the exercise `neurons`."""
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in sources
    ]
    words = f"**Why?**\n\n<!-- why: neurons -->\n{answer}"
    cells.append({"cell_type": "markdown", "source": words, "metadata": {}})
    kernel = {"kernelspec": {"name": "python3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def solution(slug: str) -> str:
    return COURSE.solution_path(NAME, slug).read_text("utf-8")


def with_mistake(slug: str, fails: str) -> str:
    """A known mistake that fails this check and no other."""
    for each in read_specimens(COURSE, NAME, prepare_exercise(COURSE, NAME, slug)):
        if each.fails == frozenset({fails}):
            return each.source
    raise AssertionError(f"{slug} has no mistake that fails {fails} alone")


def sentence(slug: str, name: str) -> str:
    (found,) = [each for each in find_exercise(NAME, slug).checks if each.name == name]
    return f"{find_exercise(NAME, slug).title}: {found.sentence}"


HOSTILE = """
import contextlib, json, os
from pathlib import Path
import numpy as np

ROOT = Path({root!r})
FAKE = json.dumps({{"score": 100, "tests": []}})

def attack():
    print("TRIED", os.getuid(), flush=True)
    places = [ROOT / "results" / "results.json", ROOT / "results" / "stdout",
              ROOT / "results" / "new", ROOT / "submission" / "new", ROOT / "run_autograder",
              ROOT / "source" / "course.toml", ROOT / "source" / "autograder" / "judge.py",
              ROOT / "new"]
    for place in places:
        with contextlib.suppress(OSError):
            place.write_text(FAKE)
            print("TOOK: wrote", place, flush=True)
    package = ROOT / "source" / "autograder"
    secrets = [package / "data" / "fashion_mnist" / "hidden" / "images.npz", package / "truth.py",
               package / "exercises" / {name!r} / "neurons.py", ROOT / "submission_metadata.json",
               ROOT / "source" / "course.toml", ROOT / "source" / "secret",
               ROOT / "submission" / "work.ipynb"]
    for secret in secrets:
        with contextlib.suppress(OSError):
            secret.read_bytes()
            print("TOOK: read", secret, flush=True)
    for folder in (ROOT / "source", ROOT / "results", ROOT / "submission", package / "exercises",
                   package / "data" / "fashion_mnist" / "hidden", ROOT / "source" / ".trainings"):
        with contextlib.suppress(OSError):
            print("TOOK: listed", os.listdir(folder), flush=True)
    for name in ("results", "submission"):
        with contextlib.suppress(OSError):
            os.rename(ROOT / name, ROOT / "elsewhere")
            print("TOOK: moved", name, flush=True)

def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]

def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[GradescopeFolder]:
    # Not below pytest's own folders, which other users may not enter.
    root = Path(tempfile.mkdtemp(prefix="gradescope-"))
    root.chmod(0o755)
    built = GradescopeFolder(root)
    built.build(write_zip(COURSE, NAME, root / "zip"))
    yield built
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def container() -> Sequence[str]:
    command = in_container()
    if command is None:
        pytest.skip("only root with bubblewrap can do as if in a container")
    return command


@pytest.mark.slow
def test_a_reference_gets_all_points(folder: GradescopeFolder) -> None:
    """Every check is passed, in order; the answer is for the instructor alone."""
    folder.submit({"work.ipynb": notebook(*map(solution, SLUGS), answer="Because.")})
    done = folder.run()
    assert done.code == 0, done.printed
    assert done.score == POINTS
    assert f"Ada Lovelace: {POINTS:g} of {POINTS:g} points" in done.printed
    checks = [test for test in done.tests() if "score" in test]
    assert len(checks) == len(CHECKS)
    assert {test["status"] for test in checks} == {"passed"}
    later = {test["name"] for test in done.tests("after_published")}
    assert later == {sentence(owner.slug, check.name) for owner, check in CHECKS if check.unseen}
    assert "Because." in [test["output"] for test in done.tests("hidden")]
    assert "Because." not in json.dumps(done.tests("visible"))


@pytest.mark.slow
def test_mistakes_lose_their_points_and_are_explained(
    folder: GradescopeFolder, container: Sequence[str]
) -> None:
    """Each mistake fails its own check; one that only unseen images show is shown later.

    The tier `uid`, which Gradescope offers, is stamped and takes nothing from right work beside.
    """
    wrong = {"more_layers": "classifies_unseen_images", "neurons": "parameters_are_counted"}
    sources = [
        with_mistake(slug, wrong[slug]) if slug in wrong else solution(slug) for slug in SLUGS
    ]
    folder.submit({"work.ipynb": notebook(*sources)})
    done = folder.run(container)
    assert done.code == 0, done.printed
    assert done.score == 96
    assert done.results is not None
    assert done.results["extra_data"]["sandbox"] == "uid"
    assert done.results["extra_data"]["outcomes"] == dict.fromkeys(SLUGS, "finished")
    failed = {test["name"]: test for test in done.tests() if test.get("status") == "failed"}
    unseen, counted = (sentence(slug, name) for slug, name in wrong.items())
    assert set(failed) == {unseen, counted}
    assert failed[unseen]["visibility"] == "after_published"
    assert failed[counted]["visibility"] == "visible"
    assert "\nExpected: " in failed[counted]["output"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "no notebook or .py file"),
        ({"work.ipynb": "{"}, "not a complete notebook"),
        ({"a.ipynb": notebook("1"), "b.ipynb": notebook("2")}, "exactly one"),
        ({"work.docx": "words"}, "no notebook or .py file"),
    ],
    ids=["nothing", "broken", "two", "other"],
)
def test_what_cannot_be_read_gets_a_zero_with_its_reason(
    folder: GradescopeFolder, container: Sequence[str], files: dict[str, str], words: str
) -> None:
    """A file that is no submission is told so to the student, and has no points."""
    folder.submit(files)
    done = folder.run(container)
    assert done.code == 0, done.printed
    assert done.results is not None
    assert done.results["score"] == 0
    assert words in done.results["output"]
    assert "tests" not in done.results
    assert "refused" in done.printed


@pytest.mark.slow
@pytest.mark.parametrize("locks", [True, False], ids=["landlock", "permissions"])
def test_a_hostile_notebook_neither_writes_results_nor_reads_what_is_hidden(
    folder: GradescopeFolder, container: Sequence[str], locks: bool
) -> None:
    """It can write to no place of Gradescope's and read none but its own, and keeps its points.

    The kernel's locks on files and the permissions that our programs set each suffice.
    """
    if not locks:
        found = find_spec("landlock")
        assert found is not None
        assert found.origin is not None
        container = [*container, "--ro-bind", "/dev/null", found.origin]
    source = HOSTILE.format(root=str(folder.root), name=NAME)
    folder.submit({"work.ipynb": notebook(source)})
    before = set(folder.root.iterdir())
    done = folder.run(container)
    assert done.code == 0, done.printed
    printed = json.dumps(done.tests("hidden"))
    assert "TRIED" in printed
    assert "TOOK" not in printed
    assert "TRIED" not in done.printed + json.dumps(done.tests("visible"))
    assert done.score == find_exercise(NAME, "first_prediction").points
    assert set(folder.root.iterdir()) == before
    assert [path.name for path in (folder.root / "results").iterdir()] == ["results.json"]
    assert [path.name for path in (folder.root / "submission").iterdir()] == ["work.ipynb"]


def assert_failed(done: Done, *words: str) -> None:
    """Gradescope is left without results, even those of an earlier run, and the reason is told."""
    assert done.code != 0
    assert done.results is None
    for each in (*words, "No results were written"):
        assert each in done.printed, done.printed


@pytest.mark.slow
def test_a_fault_of_ours_is_no_grade(folder: GradescopeFolder) -> None:
    """A check that breaks leaves no results, and says which it was; it costs nobody a point."""
    path = folder.judge / "autograder" / "exercises" / NAME / "first_prediction.py"
    text = path.read_text("utf-8")
    broken = (
        "\n\ndef model_is_left_alone(seen, truth):\n"
        '    """It never ends well."""\n'
        '    raise ZeroDivisionError("ours")\n\n\n'
        "from dataclasses import replace\n"
        "exercise.checks[-1] = replace(exercise.checks[-1], function=model_is_left_alone)\n"
    )
    folder.submit({"work.ipynb": notebook(solution("first_prediction"))})
    path.write_text(text + broken, "utf-8")
    try:
        done = folder.run()
    finally:
        path.write_text(text, "utf-8")
    assert_failed(
        done, "through our fault", "first_prediction: model_is_left_alone", "ZeroDivision"
    )


@pytest.mark.slow
def test_a_grader_that_cannot_begin_says_why(folder: GradescopeFolder) -> None:
    """A broken course, and one that is not there, end in a sentence and without results."""
    folder.submit({"work.ipynb": notebook("1")})
    course = folder.judge / "course.toml"
    text = course.read_text("utf-8")
    try:
        course.write_text("title = 3", "utf-8")
        assert_failed(folder.run(), "autograder: ", "course.toml")
        folder.submit({"work.ipynb": notebook("1")})
        course.unlink()
        assert_failed(folder.run(), "course.toml cannot be read")
    finally:
        course.write_text(text, "utf-8")


@pytest.mark.slow
def test_a_run_ends_before_gradescopes_own_limit(folder: GradescopeFolder) -> None:
    """Gradescope would write a zero; instead there is no grade, and a sentence says what helps."""
    folder.submit({"work.ipynb": notebook(*map(solution, SLUGS))})
    assert_failed(folder.run(seconds=21), "not done after 1 seconds", "Raise the")


@pytest.mark.slow
def test_without_a_sandbox_nothing_is_graded(
    folder: GradescopeFolder, container: Sequence[str]
) -> None:
    """Where student code cannot be sandboxed, it is not run, and what helps is said."""
    folder.submit({"work.ipynb": notebook(solution("first_prediction"))})
    folder.root.chmod(0o700)
    try:
        assert_failed(folder.run(container), "cannot be sandboxed", "chmod o+x")
    finally:
        folder.root.chmod(0o755)
