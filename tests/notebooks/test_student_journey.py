"""From `autograder start` to a grade: what the notebook promised is what the student gets."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbclient import NotebookClient

from autograder.commands.main import commands
from autograder.course import find_course
from autograder.grading.gradebook import Gradebook
from autograder.proofs.specimens import Specimen
from autograder.records import SubmissionGrade
from tests.sample_class import read_shelf
from tests.student_notebooks import filled, not_passed, not_passed_by_notebook, score
from tests.tiny import NAME

pytestmark = [
    pytest.mark.slow,
    # Otter's own, where no browser is there to save the notebook; and the kernel's libraries.
    pytest.mark.filterwarnings("ignore"),
]

COURSE = find_course(Path(__file__))
SLUGS = COURSE.table.assignments[NAME].exercises
HALF = SLUGS[: len(SLUGS) // 2]


@dataclass(frozen=True)
class Journey:
    """What the notebook said of each exercise, and the grade of the zip that it made."""

    said: Mapping[str, str]
    grade: SubmissionGrade


def answers(kind: str) -> dict[str, Specimen]:
    """A whole assignment of right answers, of some right ones and some stubs, or of mistakes."""
    shelf = read_shelf(COURSE, NAME)
    first_mistake = 2
    places = {
        "solved": dict.fromkeys(SLUGS, 0),
        "half-solved": {slug: 0 if slug in HALF else 1 for slug in SLUGS},
        "full of mistakes": dict.fromkeys(SLUGS, first_mistake),
    }
    return {slug: shelf[slug][place] for slug, place in places[kind].items()}


@pytest.fixture(scope="module", params=["solved", "half-solved", "full of mistakes"])
def journey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A student starts, writes, runs all cells, and hands in what the last one made."""
    root = tmp_path_factory.mktemp("journey")
    folder = root / "work"
    here = Path.cwd()
    os.chdir(COURSE.root)
    try:
        started = CliRunner().invoke(commands, ["start", str(folder)])
        assert started.exit_code == 0, started.output
        path = folder / f"{NAME}.ipynb"
        path.write_text(
            filled(path.read_text("utf-8"), "ada", answers(request.param), checks=True), "utf-8"
        )
        run = nbformat.read(path, as_version=4)
        client = NotebookClient(run, timeout=600, kernel_name="python3", allow_errors=False)
        client.execute(cwd=str(folder))
        (zipped,) = folder.glob("*.zip")
        out = root / "grades"
        graded = CliRunner().invoke(commands, ["grade", str(zipped), "--out", str(out)])
        assert graded.exit_code == 0, graded.output
    finally:
        os.chdir(here)
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        (grade,) = gradebook.current()
    said = {
        cell["id"].removesuffix("-check"): "".join(
            output["data"]["text/plain"]
            for output in cell.outputs
            if output.output_type == "execute_result"
        )
        for cell in run.cells
        if cell["id"].endswith("-check")
    }
    return Journey(said, grade)


def test_every_exercise_was_answered(journey: Journey) -> None:
    """Below each exercise the notebook said something of it."""
    assert set(journey.said) == set(SLUGS)
    for slug, words in journey.said.items():
        assert f" ({slug}): " in words.splitlines()[0]


def test_the_marks_are_those_promised(journey: Journey) -> None:
    """Check by check, what passed in the notebook passes in the grade, and nothing else."""
    promised = {slug: not_passed_by_notebook(words) for slug, words in journey.said.items()}
    assert {grade.slug: not_passed(grade) for grade in journey.grade.exercises} == promised


def test_the_score_adds_up(journey: Journey, request: pytest.FixtureRequest) -> None:
    """A solved notebook has all points, an untouched exercise none."""
    if "half" in request.node.name:
        halves = [score(g for g in journey.grade.exercises if g.slug in HALF), journey.grade.score]
        assert halves == [score_of(HALF), score_of(HALF)]
    elif "solved" in request.node.name:
        assert journey.grade.score == journey.grade.max_score == score_of(SLUGS)
    else:
        assert 0 < journey.grade.score < journey.grade.max_score


def score_of(slugs: tuple[str, ...]) -> float:
    from autograder.judging.exercise import find_exercise

    return sum(find_exercise(NAME, slug).points for slug in slugs)


def test_words_are_whole_sentences(journey: Journey) -> None:
    """No traceback and no type of Python's is shown; each failed check says what to try."""
    for words in journey.said.values():
        assert "Traceback" not in words
        assert words.count("Expected: ") == words.count("Try: ")
