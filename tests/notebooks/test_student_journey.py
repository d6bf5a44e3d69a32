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
# What the student hands in: right answers, stubs as they were, and mistakes.
SOLVED, UNTOUCHED, MISTAKEN = SLUGS[0::3], SLUGS[1::3], SLUGS[2::3]
NOT_WRITTEN = "Not written yet"


@dataclass(frozen=True)
class Journey:
    """What the notebook said of each exercise, and the grade of the zip that it made."""

    said: Mapping[str, str]
    grade: SubmissionGrade


def answers() -> dict[str, Specimen]:
    """A whole assignment of right answers, stubs and first mistakes."""
    shelf = read_shelf(COURSE, NAME)
    places = {SOLVED: 0, UNTOUCHED: 1, MISTAKEN: 2}
    return {slug: shelf[slug][place] for slugs, place in places.items() for slug in slugs}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A student starts, writes, runs all cells, and hands in what the last one made."""
    root = tmp_path_factory.mktemp("journey")
    folder = root / "work"
    here = Path.cwd()
    os.chdir(COURSE.root)
    try:
        started = CliRunner().invoke(commands, ["start", str(folder), "--assignment", NAME])
        assert started.exit_code == 0, started.output
        path = folder / f"{NAME}.ipynb"
        path.write_text(filled(path.read_text("utf-8"), "ada", answers(), checks=True), "utf-8")
        run = nbformat.read(path, as_version=4)
        client = NotebookClient(run, timeout=1200, kernel_name="python3", allow_errors=False)
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


def test_the_score_adds_up(journey: Journey) -> None:
    """A solved exercise has all its points, an untouched one none, and a mistake costs some."""
    grades = {grade.slug: grade for grade in journey.grade.exercises}
    assert score(grades[slug] for slug in SOLVED) == sum(grades[slug].points for slug in SOLVED)
    assert score(grades[slug] for slug in UNTOUCHED) == 0
    assert all(grades[slug].earned < grades[slug].points for slug in MISTAKEN)


def test_what_is_not_written_is_said(journey: Journey) -> None:
    """In an untouched exercise each check says so, and the cells below it run all the same."""
    for slug in UNTOUCHED:
        assert f"Seen: {NOT_WRITTEN}" in journey.said[slug]
        assert "✓" not in journey.said[slug]


def test_words_are_whole_sentences(journey: Journey) -> None:
    """No traceback and no type of Python's is shown; each failed check says what to try."""
    for words in journey.said.values():
        assert "Traceback" not in words
        assert words.count("Expected: ") == words.count("Try: ")
