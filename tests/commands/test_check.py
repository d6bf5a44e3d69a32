"""`autograder check`: the grader's public verdicts on a notebook, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result

from autograder.commands.check import in_process, in_sandbox, preview
from autograder.commands.main import commands
from autograder.course import Course, find_course, read_course
from autograder.judging import handout
from autograder.judging.exercise import find_exercise
from autograder.notebooks.course_here import DAMAGED, NOT_HERE
from autograder.records import ExerciseGrade, Submission
from autograder.submissions.intake import find, read
from autograder.wire.errors import UsageError
from tests import tiny
from tests.tiny import NAME

COURSE = find_course(Path(__file__))
slow = pytest.mark.slow


def notebook(folder: Path, *cells: str) -> Path:
    """A notebook of these code cells."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    path = folder / "ada.ipynb"
    path.write_text(nbformat.writes(made), "utf-8")
    return path


def solution(slug: str) -> str:
    return COURSE.solution_path(NAME, slug).read_text("utf-8")


def submission(path: Path) -> Submission:
    (source,) = find([path], COURSE.table.assignments[NAME].exercises, path.parent).sources
    found = read(source, COURSE.table.assignments[NAME].exercises)
    assert isinstance(found, Submission)
    return found


def verdicts(grades: Iterator[ExerciseGrade]) -> list[tuple[str, str, str]]:
    """What is said of each check, without the numbers that a training decides."""
    return [
        (check.name, check.verdict.value, check.message.name if check.message else "")
        for grade in grades
        for check in grade.checks
    ]


def checked(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(COURSE.root)
    return CliRunner().invoke(commands, ["check", *arguments])


@slow
def test_what_stands_and_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdicts on the exercises asked for, what was left out, and a total; exit code 1."""
    path = notebook(tmp_path, solution("more_layers"), "!pip install seaborn")
    done = checked(monkeypatch, str(path), "first_prediction", "more_layers")
    assert done.exit_code == 1
    assert "note: " in done.output
    assert "Add a layer (more_layers): 12 of 12 points" in done.output
    assert "Predict the class of the first image (first_prediction): 0 of 12 points" in done.output
    assert "does not define `class_probabilities`" in done.output
    assert "12 of 24 points." in done.output
    assert "Train for thirty epochs" not in done.output


@slow
def test_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything asked for stands the exit code is 0."""
    path = notebook(tmp_path, solution("more_layers"))
    assert checked(monkeypatch, str(path), "more_layers").exit_code == 0


@pytest.mark.parametrize("edit", [("", ""), (", activation='relu'", ""), ("argmax", "argmin")])
@slow
def test_without_a_sandbox_the_verdicts_are_the_same(tmp_path: Path, edit: tuple[str, str]) -> None:
    """Where functions run in this process, as on macOS, verdicts and words are the sandbox's."""
    slugs = ("first_prediction", "more_layers")
    sources = [solution(slug).replace('"', "'").replace(*edit) for slug in slugs]
    work = submission(notebook(tmp_path, *sources, "this is not Python ("))
    sandboxed = verdicts(in_sandbox(COURSE, NAME, work, slugs))
    here = verdicts(in_process(COURSE, NAME, work, slugs))
    assert here == sandboxed


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A file that is no notebook is refused with the grader's own sentence."""
    path = tmp_path / "broken.ipynb"
    path.write_text("{", "utf-8")
    with pytest.raises(UsageError, match="not a complete notebook"):
        preview(COURSE, NAME, path, ("more_layers",))


def test_other_work_is_a_few_lines(tmp_path: Path) -> None:
    """Nothing of another assignment's notebook is run, and no check of it fails."""
    path = notebook(tmp_path, "def plot_history(history): pass", "plot_history(1)")
    with pytest.raises(UsageError, match="This is not work for this assignment") as caught:
        preview(COURSE, NAME, path, COURSE.table.assignments[NAME].exercises)
    assert "It defines `plot_history`." in str(caught.value)
    assert len(str(caught.value)) < 500


def of_two_assignments(root: Path) -> Course:
    """A course with another assignment, whose exercise is of the first one here."""
    course = tiny.course(root)
    with (root / "course.toml").open("a") as file:
        file.write('[assignments.fashion_mnist_too]\ntitle = "B"\nexercises = ["neurons"]\n')
    return read_course(course.root)


def test_work_for_none_of_several_assignments_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the assignments, and what the notebook seems to be."""
    monkeypatch.setattr(handout, "find_exercise", lambda _name, slug: find_exercise(NAME, slug))
    course = of_two_assignments(tmp_path)
    path = notebook(tmp_path, "def plot_history(history): pass")
    with pytest.raises(UsageError, match=r"not work for any assignment.*fashion_mnist_too"):
        preview(course, None, path, ())


def test_work_for_two_assignments_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where exercises of both are in it, the name of one is needed."""
    monkeypatch.setattr(handout, "find_exercise", lambda _name, slug: find_exercise(NAME, slug))
    course = of_two_assignments(tmp_path)
    calls = ('grader.check("neurons")', 'grader.check("more_layers")')
    with pytest.raises(UsageError, match=r"\(fashion_mnist, fashion_mnist_too\); say which by"):
        preview(course, None, notebook(tmp_path, *calls), ())


def test_one_notebook_at_a_time(tmp_path: Path) -> None:
    """A folder of several submissions is refused, with their names."""
    for name in ("a.ipynb", "b.ipynb"):
        (tmp_path / name).write_text("{}", "utf-8")
    with pytest.raises(UsageError, match=r"a\.ipynb, b\.ipynb"):
        preview(COURSE, NAME, tmp_path, ("more_layers",))


@slow
def test_a_folder_that_cannot_hold_trainings_is_checked_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no training can be remembered beside the notebook, it is checked, and nothing is left
    there.
    """
    tiny.course(tmp_path)
    path = notebook(tmp_path, solution("more_layers"))
    # No folder can be made in the place of a file, whoever asks.
    (tmp_path / ".trainings").write_text("in the way", "utf-8")
    assert preview(read_course(tmp_path), NAME, path, ("more_layers",))
    assert "12 of 12 points" in capsys.readouterr().out
    assert (tmp_path / ".trainings").read_text("utf-8") == "in the way"


def test_outside_a_course_the_notebooks_own_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The course is that of the working folder, or else of the notebook's."""
    course, outside = tmp_path / "course", tmp_path / "outside"
    outside.mkdir()
    tiny.course(course)
    monkeypatch.chdir(outside)
    path = notebook(course, "1")
    done = CliRunner().invoke(commands, ["check", str(path), "neurons"])
    assert str(done.exception).startswith("There is no exercise 'neurons'; there are: more_layers")


@pytest.mark.parametrize("text", [None, "titel = 1", "title = 'A'\n[assignments.none]\n"])
def test_students_do_not_read_of_the_courses_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    """Outside a course, or in one that is damaged, a sentence says where to get another folder."""
    monkeypatch.chdir(tmp_path)
    if text is not None:
        (tmp_path / "course.toml").write_text(text, "utf-8")
    done = CliRunner().invoke(commands, ["check", "ada.ipynb"])
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == (NOT_HERE if text is None else DAMAGED)


def test_an_unknown_exercise_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slug that does not exist is answered by those that do, and by the nearest."""
    done = checked(monkeypatch, str(notebook(tmp_path, "1")), "nothing")
    assert isinstance(done.exception, UsageError)
    assert "There is no exercise 'nothing'; there are: first_prediction" in str(done.exception)
    done = checked(monkeypatch, str(notebook(tmp_path, "1")), "neuron")
    assert str(done.exception).endswith(" Did you mean 'neurons'?")
