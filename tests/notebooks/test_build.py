"""Stubs into the notebook that students open: complete, the same every time, and read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from otter.execute.preprocessor import GradingPreprocessor

from autograder.course import Course, find_course, read_course
from autograder.notebooks.build import build_notebook, rebuild, stale_files
from autograder.submissions.notebook import PLACEHOLDER, read_notebook
from autograder.wire.errors import UsageError
from tests import tiny
from tests.tiny import NAME, SLUGS


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path)


def cells(course: Course) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(build_notebook(course, NAME))["cells"]
    return found


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


# ---- what is in it -----------------------------------------------------------------------------


def test_cells_come_in_the_courses_order(course: Course) -> None:
    """The introduction comes first, then each exercise with its check, then the handing in."""
    assert [cell["id"] for cell in cells(course)] == [
        "introduction-1",
        "introduction-2",
        "grader",
        "more_layers-1",
        "more_layers-2",
        "more_layers-3",
        "more_layers-check",
        "more_layers-why",
        "first_prediction-1",
        "first_prediction-2",
        "first_prediction-3",
        "first_prediction-check",
        "first_prediction-why",
        "hand-in",
        "export",
    ]


def test_kinds_are_those_of_the_stub(course: Course) -> None:
    """Markdown stays Markdown and code stays code."""
    kinds = [cell["cell_type"] for cell in cells(course)]
    exercise = ["markdown", "code", "code", "code", "markdown"]
    assert kinds == ["markdown", "code", "code", *exercise * 2, "markdown", "code"]


def test_a_heading_says_number_title_and_points(course: Course) -> None:
    """Above each prompt stand the exercise's number, its title and its points."""
    prompts = {cell["id"]: source(cell) for cell in cells(course)}
    heading, empty, text, *rest = prompts["more_layers-1"].split("\n")
    assert heading == "## Exercise 1: Add a layer (12 points)"
    assert (empty, rest) == ("", [])
    assert text == 'Write `more_layers`, with `a < b` & "quotes" in *Markdown*, ü.'
    assert prompts["first_prediction-1"].startswith("## Exercise 2: Predict the class")


def test_code_is_the_stubs(course: Course) -> None:
    """Code cells hold the stub's code, comments and blank lines as they stand."""
    code = [source(cell) for cell in cells(course) if cell["cell_type"] == "code"]
    assert [code[0], *code[2:5]] == [
        'import numpy as np\n\nprint("ready")',
        'def more_layers():\n    """Return it."""\n    raise NotImplementedError',
        '# Try it: remove the "# " below.\n# more_layers()',
        'grader.check("more_layers")',
    ]


def test_it_is_a_valid_clean_notebook(course: Course) -> None:
    """The notebook is valid, has never been run and names a Python kernel."""
    notebook = nbformat.reads(build_notebook(course, NAME), as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert notebook.metadata.kernelspec.name == "python3"


def test_the_same_stubs_give_the_same_bytes(course: Course) -> None:
    """Building twice gives the same text, which ends with a line end."""
    assert build_notebook(course, NAME) == build_notebook(course, NAME)
    assert build_notebook(course, NAME).endswith("}\n")


def test_the_grader_is_ours(course: Course) -> None:
    """One short cell makes `grader`, with Otter installed or not."""
    (cell,) = [source(cell) for cell in cells(course) if cell["id"] == "grader"]
    *comments, code = cell.splitlines()
    assert code == "from autograder import grader"
    assert len(comments) == 2
    assert all(line.startswith("# ") for line in comments)


def test_otter_asks_where_an_exercise_ends(course: Course) -> None:
    """`otter run` checks each exercise behind its own cells, and leaves out our checks."""
    notebook = nbformat.reads(build_notebook(course, NAME), as_version=4)
    preprocessor = GradingPreprocessor()
    preprocessor.filter_ignored_cells(notebook)
    preprocessor.add_checks(notebook)
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    asked = [place for place, text in enumerate(sources) if ".check(" in text]
    assert [sources[place].strip() for place in asked] == [f'().check("{slug}")' for slug in SLUGS]
    assert ["def more_layers" in text for text in sources].index(True) < asked[0]
    assert asked[0] < ["def first_prediction" in text for text in sources].index(True)


# ---- read back ---------------------------------------------------------------------------------


def test_an_untouched_notebook_has_no_answers(course: Course) -> None:
    """What is handed out reads as code cells without notes and without written answers."""
    contents = read_notebook(build_notebook(course, NAME), SLUGS)
    assert len(contents.cells) == 9
    assert contents.notes == ()
    assert contents.answers == {}


def test_answers_are_found_again(course: Course) -> None:
    """What a student writes in place of the placeholder is the answer to that exercise."""
    first, rest = build_notebook(course, NAME).split(PLACEHOLDER, maxsplit=1)
    contents = read_notebook(first + "Because of the ReLU." + rest, SLUGS)
    assert contents.answers == {"more_layers": "Because of the ReLU."}


# ---- drift -------------------------------------------------------------------------------------


def build(course: Course) -> None:
    for path, text in stale_files(course, [NAME]).items():
        rebuild(path, text)


def test_what_was_never_built_is_stale(course: Course) -> None:
    """The notebook and a test file for each exercise are built; before that all are stale."""
    names = [f"{NAME}.ipynb", "tests/more_layers.py", "tests/first_prediction.py"]
    paths = [course.root / "assignments" / NAME / name for name in names]
    assert list(stale_files(course, [NAME])) == paths


def test_what_was_just_built_is_not_stale(course: Course) -> None:
    """What was just built is up to date."""
    build(course)
    assert stale_files(course, [NAME]) == {}


@pytest.mark.parametrize("changed", ["introduction.py", "more_layers.py", f"{NAME}.ipynb"])
def test_any_change_is_found(course: Course, changed: str) -> None:
    """A notebook is stale once a stub, the introduction or the notebook itself was changed."""
    build(course)
    path = course.root / "assignments" / NAME / changed
    path.write_text(path.read_text("utf-8").replace("the", "a").replace("it", "that"), "utf-8")
    assert stale_files(course, [NAME]) == {
        course.notebook_path(NAME): build_notebook(course, NAME),
    }


def test_another_order_is_found(course: Course) -> None:
    """A notebook is stale once the course lists its exercises in another order."""
    build(course)
    text = tiny.COURSE.replace(
        '"more_layers", "first_prediction"', '"first_prediction", "more_layers"'
    )
    (course.root / "course.toml").write_text(text, "utf-8")
    changed = read_course(course.root)
    assert list(stale_files(changed, [NAME])) == [changed.notebook_path(NAME)]


def test_a_test_of_no_exercise_is_removed(course: Course) -> None:
    """A test file whose exercise has gone is stale, and building removes it."""
    build(course)
    left = course.tests_path(NAME) / "gone.py"
    left.write_text("OK_FORMAT = False\n", "utf-8")
    assert stale_files(course, [NAME]) == {left: None}
    build(course)
    assert sorted(path.name for path in left.parent.iterdir()) == [
        "first_prediction.py",
        "more_layers.py",
    ]


# ---- refused -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["introduction", "more_layers"])
def test_a_missing_stub_is_named(course: Course, name: str) -> None:
    """A notebook cannot be built without a stub, and the message has the stub's path."""
    course.stub_path(NAME, name).unlink()
    with pytest.raises(UsageError, match=rf"{name}\.py is missing"):
        build_notebook(course, NAME)


@pytest.mark.parametrize("text", ["", "import numpy\n", "# %%\nimport numpy\n"])
def test_a_stub_without_prompt_is_named(course: Course, text: str) -> None:
    """A stub that does not begin with its prompt is refused, with how it should begin."""
    course.stub_path(NAME, "more_layers").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"more_layers\.py must begin with `# %% \[markdown\]`"):
        build_notebook(course, NAME)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_stubs_at_hand_can_be_built(course: Course, slug: str) -> None:
    """The course's own stub and introduction make a notebook that reads as plain Python."""
    own = find_course(Path(__file__))
    for name in ("introduction", slug):
        text = own.stub_path(NAME, name).read_text("utf-8")
        course.stub_path(NAME, name).write_text(text, "utf-8")
    contents = read_notebook(build_notebook(course, NAME), SLUGS)
    assert contents.notes == ()
    assert any("raise NotImplementedError" in cell.source for cell in contents.cells)
