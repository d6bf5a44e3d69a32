"""The zip to hand in: packed once something is written, under one name, with what is missing."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from autograder.course import find_course
from autograder.judging.exercise import find_exercise
from autograder.notebooks.build import build_notebook
from autograder.notebooks.hand_in import JUPYTER, VS_CODE, Packed, notebooks_here, pack
from autograder.records import Submission
from autograder.submissions.intake import find, read

COURSE = find_course(Path(__file__))
NAME = "fashion_mnist"
SLUGS = COURSE.table.assignments[NAME].exercises
EXERCISES = [find_exercise(NAME, slug) for slug in SLUGS]
Here = Callable[..., Path]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """Writes, into an empty working folder, the built notebook with these cells replaced."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(JUPYTER, raising=False)

    def write(name: str = f"{NAME}.ipynb", **cells: str) -> Path:
        notebook = nbformat.reads(build_notebook(COURSE, NAME), as_version=4)
        for cell in notebook.cells:
            cell["source"] = cells.get(cell["id"].replace("-", "_"), cell["source"])
        Path(name).write_text(nbformat.writes(notebook), "utf-8")
        return Path(name)

    return write


def without_otter(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an import ends where there is no such package."""
    monkeypatch.setitem(__import__("sys").modules, "otter", None)


def solution(slug: str) -> str:
    return COURSE.solution_path(NAME, slug).read_text("utf-8")


@pytest.mark.parametrize("otter", [True, False])
def test_an_untouched_notebook_is_not_packed(
    here: Here, monkeypatch: pytest.MonkeyPatch, otter: bool
) -> None:
    """With every stub left, no zip is made; the sentences name the exercises and what to do."""
    if not otter:
        without_otter(monkeypatch)
    packed = pack(here(), EXERCISES)
    assert packed.zipped is None
    assert not list(Path().rglob("*.zip"))
    words = repr(packed)
    assert words.startswith("Nothing was packed: no exercise of fashion_mnist.ipynb is written yet")
    assert ", ".join(SLUGS) in words
    assert "save the notebook (Ctrl+S)" in words


@pytest.mark.parametrize("otter", [True, False])
def test_a_half_done_notebook_is_packed(
    here: Here, monkeypatch: pytest.MonkeyPatch, otter: bool
) -> None:
    """Once one exercise is written, the zip is made, and the others are named."""
    if not otter:
        without_otter(monkeypatch)
    packed = pack(here(neurons_2=solution("neurons")), EXERCISES)
    assert packed.zipped == Path(f"{NAME}.zip")
    still_open = [slug for slug in SLUGS if slug != "neurons"]
    assert f"Not written yet: {', '.join(still_open)}. You may hand it in" in repr(packed)


@pytest.mark.parametrize("otter", [True, False])
def test_the_zip_is_read_by_the_grader(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, otter: bool
) -> None:
    """What is packed is one submission, with the cells of the notebook as it was saved."""
    if not otter:
        without_otter(monkeypatch)
    path = here(neurons_2=solution("neurons"))
    packed = pack(path, EXERCISES)
    assert packed.zipped is not None
    (source,) = find([packed.zipped], SLUGS, tmp_path / "unpacked").sources
    (original,) = find([path], SLUGS, tmp_path).sources
    submission, saved = read(source, SLUGS), read(original, SLUGS)
    assert isinstance(submission, Submission)
    assert isinstance(saved, Submission)
    assert submission.cells == saved.cells
    with zipfile.ZipFile(packed.zipped) as archive:
        # By this Otter names what it grades.
        assert ("__zip_filename__" in archive.namelist()) == otter


def test_one_zip_replaces_the_other(here: Here) -> None:
    """Packing again leaves one zip, with the newer notebook in it."""
    pack(here(neurons_2=solution("neurons")), EXERCISES)
    pack(here(neurons_2="def build_model(neurons): return 'newer'"), EXERCISES)
    (zipped,) = Path().glob("*.zip")
    with zipfile.ZipFile(zipped) as archive:
        assert b"newer" in archive.read(f"{NAME}.ipynb")


@pytest.mark.parametrize(
    "cells",
    [
        {"neurons_2": "def build_model(neurons):\n    return None"},
        {"neurons_2": "def build_model(neurons):\n    return ("},
        {"neurons_why": "<!-- why: neurons -->\nMore neurons can tell more apart."},
        {"stop_at_accuracy_2": "class StopAtAccuracy:\n    pass"},
    ],
)
def test_whatever_is_written_is_packed(here: Here, cells: dict[str, str]) -> None:
    """One function of two, a cell with a syntax error, an explanation alone, a class: all count."""
    assert pack(here(**cells), EXERCISES).zipped is not None


def test_an_exercise_is_unwritten_while_a_function_is(here: Here) -> None:
    """An exercise with one of its two functions written is still named."""
    packed = pack(here(neurons_2="def build_model(neurons):\n    return None"), EXERCISES)
    assert "neurons, " not in repr(packed)
    stub = "def compare_widths(widths, images, labels):\n    raise NotImplementedError"
    cell = f"def build_model(neurons):\n    return None\n\n\n{stub}"
    assert "neurons, " in repr(pack(here(neurons_2=cell), EXERCISES))


def test_a_notebook_without_exercises_is_not_packed(here: Here) -> None:
    """Another notebook is not packed; a sentence asks whether it is the right one."""
    path = here()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1")])
    path.write_text(nbformat.writes(notebook), "utf-8")
    packed = pack(path, EXERCISES)
    assert packed.zipped is None
    assert 'call `grader.export("NAME.ipynb")`' in repr(packed)


def test_what_the_grader_would_refuse_is_not_packed(here: Here) -> None:
    """A file that is no notebook is refused in the grader's own words, before it is handed in."""
    path = here()
    path.write_text("{", "utf-8")
    packed = pack(path, EXERCISES)
    assert packed.zipped is None
    assert "Nothing was packed. fashion_mnist.ipynb: The file is not a complete" in repr(packed)


def test_a_folder_that_cannot_be_written_to_is_said(here: Here) -> None:
    """Where the zip cannot be written, a sentence says so and what to hand in instead."""
    path = here(neurons_2=solution("neurons"))
    path.with_suffix(".zip").mkdir()
    packed = pack(path, EXERCISES)
    assert packed.zipped is None
    words = "Nothing was packed. fashion_mnist.zip: Is a directory."
    assert repr(packed) == f"{words} Hand in fashion_mnist.ipynb itself."


def test_otter_that_fails_is_done_without(here: Here) -> None:
    """Where Otter cannot even write its log, the zip is made all the same."""
    Path(".OTTER_LOG").mkdir()
    assert pack(here(neurons_2=solution("neurons")), EXERCISES).zipped is not None


def test_a_save_that_was_not_made_is_asked_for(here: Here) -> None:
    """Where nothing saves the notebook, the sentences say when it was saved, and to save it."""
    words = repr(pack(here(neurons_2=solution("neurons")), EXERCISES))
    assert "fashion_mnist.ipynb, as saved at " in words
    assert "If you have changed the notebook since then, save the notebook (Ctrl+S)" in words


def test_a_page_links_to_the_zip() -> None:
    """Below the sentences a page has a link, whatever characters the name holds."""
    page = Packed(("Done.",), Path("my <work> 1.zip"))._repr_html_()
    assert "Done." in page
    assert '<a href="my%20%3Cwork%3E%201.zip" download>Download my &lt;work&gt; 1.zip</a>' in page
    assert "href" not in Packed(("Nothing was packed.",))._repr_html_()


# ---- which notebook ----------------------------------------------------------------------------


@pytest.mark.parametrize("by", [VS_CODE, JUPYTER])
def test_the_kernels_own_notebook_is_known(
    here: Here, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """Beside a copy, the notebook is the one that the editor started this kernel for."""
    here()
    own = here("fashion_mnist-Copy1.ipynb").absolute()
    names = {VS_CODE: str(own)} if by == VS_CODE else {}
    if by == JUPYTER:
        monkeypatch.setenv(JUPYTER, os.fspath(own))
    assert notebooks_here(names) == [Path("fashion_mnist-Copy1.ipynb")]


def test_without_an_editor_all_notebooks_are_meant(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing says which it is, or it was renamed, all those in the folder may be it."""
    here("b.ipynb")
    monkeypatch.setenv(JUPYTER, "/somewhere/renamed.ipynb")
    assert notebooks_here({}) == [Path("b.ipynb")]
    here("a.ipynb")
    assert notebooks_here({}) == [Path("a.ipynb"), Path("b.ipynb")]


@pytest.mark.parametrize("otter", [True, False])
def test_what_a_notebook_imports_is_packed_with_it(
    here: Here, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, otter: bool
) -> None:
    """Scripts beside it that it imports, or that these import, and no others, are in the zip."""
    if not otter:
        without_otter(monkeypatch)
    path = here(more_layers_2="from tools import *\n" + solution("more_layers"))
    for name, text in {"tools": "import more", "more": "K = 1", "other": "K = 2"}.items():
        Path(f"{name}.py").write_text(text, "utf-8")
    zipped = pack(path, EXERCISES).zipped
    assert zipped is not None
    names = zipfile.ZipFile(zipped).namelist()
    assert {name for name in names if name.endswith(".py")} == {"tools.py", "more.py"}
    (source,) = find([zipped], SLUGS, tmp_path / "workspace").sources
    submission = read(source, SLUGS)
    assert isinstance(submission, Submission)
    files = [(cell.file, cell.source) for cell in submission.cells if cell.file]
    assert files == [("more.py", "K = 1"), ("tools.py", "import more")]
