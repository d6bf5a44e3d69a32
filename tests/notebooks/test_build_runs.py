"""The notebook that students open, run from top to bottom in a real Jupyter kernel."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.course import find_course
from autograder.judging.exercise import find_exercise
from autograder.notebooks.student_folder import write_student_folder
from tests.sample_class import make_student, read_shelf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # the kernel's own libraries warn about themselves
]

ROOT = Path(__file__).parents[2]
COURSE = find_course(ROOT)
ASSIGNMENT = "fashion_mnist"
SLUGS = COURSE.table.assignments[ASSIGNMENT].exercises
# One that trains, one that is given a trained network, one that is a class. All of them are solved
# in `test_jupyterlab`.
SOLVED = ("raw_pixels", "first_prediction", "stop_at_accuracy")
NOT_WRITTEN = "Not written yet"
UNTOUCHED = f"Nothing was packed: no exercise of {ASSIGNMENT}.ipynb is written yet."
PACKED = f" is packed into {ASSIGNMENT}.zip. Hand in that file."

Run = Callable[[Path], nbformat.NotebookNode]


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the notebook in a folder, in a kernel with nobody's settings, and returns it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(home / "runtime"))
    monkeypatch.delenv("KERAS_HOME", raising=False)
    # Nothing listens there: whatever asks for a file from outside fails at once.
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    def in_a_kernel(folder: Path) -> nbformat.NotebookNode:
        text = (folder / f"{ASSIGNMENT}.ipynb").read_text("utf-8")
        notebook = nbformat.reads(text, as_version=4)
        client = NotebookClient(notebook, timeout=600, kernel_name="python3")
        return client.execute(cwd=str(folder))

    return in_a_kernel


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What students begin with."""
    made = tmp_path / "fashion"
    write_student_folder(COURSE, ASSIGNMENT, made)
    return made


def solve(folder: Path) -> None:
    """Puts the reference in the place of some stubs."""
    path = folder / f"{ASSIGNMENT}.ipynb"
    shelf = read_shelf(COURSE, ASSIGNMENT)
    references = {slug: shelf[slug][0] for slug in SOLVED}
    student = make_student(path.read_text("utf-8"), "Ada", references, experiments=())
    path.write_text(student.notebook, "utf-8")


def outputs(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    """Everything of one MIME type or stream that the notebook's cells gave out."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and kind == "text":
                found.append(output.text)
            elif kind in output.get("data", {}):
                found.append(output.data[kind])
    return found


def said(notebook: nbformat.NotebookNode, cell_id: str) -> str:
    """What one cell gave out as text."""
    (cell,) = [cell for cell in notebook.cells if cell["id"] == cell_id]
    return "\n".join(
        output.text if output.output_type == "stream" else output.data["text/plain"]
        for output in cell.outputs
    )


def test_the_notebook_alone_runs(tmp_path: Path, run: Run) -> None:
    """Without any other file and without a network no cell fails; each check says what is missing,
    and nothing is packed.
    """
    shutil.copy(COURSE.notebook_path(ASSIGNMENT), tmp_path)
    notebook = run(tmp_path)
    assert any("(6000, 28, 28)" in text for text in outputs(notebook, "text"))
    # Class examples, training curves, predictions with their bars.
    assert len(outputs(notebook, "image/png")) == 3
    for slug in SLUGS:
        words = said(notebook, f"{slug}-check")
        assert words.startswith(find_exercise(ASSIGNMENT, slug).title)
        assert ": 0 of " in words
        assert NOT_WRITTEN in words
    assert said(notebook, "export").startswith(UNTOUCHED)
    assert not list(tmp_path.glob("*.zip"))


def test_right_answers_pass_without_otter(folder: Path, run: Run) -> None:
    """References get all their points, and one zip is made however often all cells are run."""
    # As an import ends where there is no such package.
    (folder / "otter.py").write_text("raise ModuleNotFoundError(name='otter')\n", "utf-8")
    solve(folder)
    notebook = run(folder)
    for slug in SOLVED:
        points = f"{find_exercise(ASSIGNMENT, slug).points:g}"
        assert f": {points} of {points} points" in said(notebook, f"{slug}-check")
    assert PACKED in said(notebook, "export")
    keep_cells(folder, "grader", "export", *(f"{slug}-2" for slug in SLUGS))
    assert PACKED in said(run(folder), "export")
    assert [path.name for path in folder.glob("*.zip")] == [f"{ASSIGNMENT}.zip"]
    assert not (folder / ".OTTER_LOG").exists()


def keep_cells(folder: Path, *names: str) -> None:
    """Leaves only these cells in the notebook."""
    path = folder / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell["id"] in names]
    path.write_text(nbformat.writes(notebook), "utf-8")


def test_otters_own_notebook_still_works(folder: Path, run: Run) -> None:
    """In a course that writes `grader = otter.Notebook()`, Otter checks by the folder's tests."""
    keep_cells(folder, "first_prediction-2", "first_prediction-check")
    path = folder / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
    head = "import otter\n\ngrader = otter.Notebook()"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(head, id="otter"))
    path.write_text(nbformat.writes(notebook), "utf-8")
    words = said(run(folder), "first_prediction-check")
    assert words.startswith("first_prediction results:\n")
    assert f"Seen: {NOT_WRITTEN}" in words


def test_on_colab_a_download_is_asked_for(folder: Path, run: Run) -> None:
    """On Colab the last cell does not fail, and says how to get the notebook from there."""
    keep_cells(folder, "grader", "export")
    path = folder / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
    pretence = "import sys, types\nsys.modules['google.colab'] = types.ModuleType('google.colab')"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(pretence, id="colab"))
    path.write_text(nbformat.writes(notebook), "utf-8")
    assert "Download .ipynb" in said(run(folder), "export")
