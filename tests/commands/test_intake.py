"""What `autograder intake` says of a class."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.intake import explain
from autograder.course import find_course

COURSE = find_course(Path(__file__))
NOTEBOOK = """{"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {}, "outputs": []}],
"metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""


def test_says_whose_each_entry_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each person with what is graded or why not, what is set aside and why, and the sum."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("doejane_1_11_work.ipynb", "leepat_LATE_2_12_x.pdf"):
        (folder / name).write_text(NOTEBOOK)
    (folder / "grades.csv").write_text("a,b")
    explain(COURSE, "fashion_mnist", [folder])
    said = capsys.readouterr().out
    assert f"{folder}: read as Canvas" in said
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "doejane_1 doejane_1_11_work.ipynb doejane_1_11_work.ipynb" in lines
    assert any(line.startswith("leepat_2 leepat_LATE_2_12_x.pdf A '.pdf' file") for line in lines)
    assert any(line.startswith("set aside: grades.csv: not handed in") for line in lines)
    assert lines[-1] == "3 entries: 2 students, 1 set aside. 1 of the students cannot be graded."


@pytest.mark.parametrize("named", ["fashion_mnist", "digits"])
def test_of_a_folder_an_assignment_the_one_that_is_meant_is_graded(
    named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is called like another assignment; a folder that is named alone is what is meant."""
    for folder in ("fashion_mnist", "training_loop"):
        (tmp_path / folder).mkdir()
        for name in ("ada", "bea"):
            (tmp_path / folder / f"{name}.ipynb").write_text(NOTEBOOK)
    if named == "fashion_mnist":
        explain(COURSE, named, [tmp_path])
        said = capsys.readouterr().out
        assert "4 entries: 2 students, 2 set aside." in said
        assert "in a folder of another assignment, training_loop" in said
    explain(COURSE, named, [tmp_path / "fashion_mnist"])
    assert "2 entries: 2 students, 0 set aside." in capsys.readouterr().out


def test_what_a_notebook_says_of_itself_is_printed_harmlessly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reason may quote a terminal's code, or half of a surrogate pair, which nothing prints."""
    metadata = '"metadata": {"language_info": {"name": "\\ud800\\u001b[2J"}}'
    (tmp_path / "ada.ipynb").write_text(
        NOTEBOOK.replace('"metadata": {}, "nbf', f'{metadata}, "nbf')
    )
    explain(COURSE, "fashion_mnist", [tmp_path])
    said = capsys.readouterr().out
    assert "\\ud800\\x1b[2J" in "".join(said.split())
    assert "\x1b[2J" not in said
