"""A course from nothing: whole, without exercises of others, and ready for its first one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.commands.new_course import new_course
from autograder.course import read_course
from autograder.proofs.selfcheck import STILL_TO_DO
from autograder.wire.errors import CourseError, UsageError
from tests.commands.test_new import RIGHT, WHY, WRONG


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """`autograder` in a course's folder, whose own package comes first."""
    done = subprocess.run(
        [sys.executable, "-m", "autograder", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_it_holds_the_engine_and_nothing_of_a_course(tmp_path: Path) -> None:
    """There is no exercise, no data and no answer in it, but all that installs it."""
    folder = tmp_path / "flowers"
    new_course(folder, "Flowers", [])
    assert read_course(folder).table.title == "Flowers"
    assert [path.name for path in (folder / "autograder" / "exercises").iterdir()] == [
        "__init__.py"
    ]
    assert not (folder / "autograder" / "data").exists()
    assert {path.name for path in folder.iterdir()} == {
        *("autograder", "course.toml", "pyproject.toml", "README.md", "LICENSE", ".gitignore"),
        *("requirements.lock", "requirements-grading.lock"),
    }
    assert not list(folder.rglob("__pycache__"))


def test_data_sets_come_along_whole(tmp_path: Path) -> None:
    """Those that are asked for, with licence and hidden images, and no other."""
    folder = tmp_path / "clothes"
    new_course(folder, "Clothes", ["fashion_mnist"])
    (data,) = (folder / "autograder" / "data").iterdir()
    assert (data / "LICENSE").is_file()
    assert (data / "hidden").is_dir()


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    """A folder with something in it, a title that would break a page, and no such data set."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is there already"):
        new_course(tmp_path, "Mine", [])
    with pytest.raises(UsageError, match="A title is one line"):
        new_course(tmp_path / "new", "", [])
    with pytest.raises(CourseError, match="no data set 'typo'"):
        new_course(tmp_path / "new", "New", ["typo"])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.slow
def test_from_nothing_to_a_grade(tmp_path: Path) -> None:
    """A new course's first exercise, filled in, proves itself, is built, and is graded."""
    folder = tmp_path / "numbers"
    new_course(folder, "Numbers", [])
    code, said = run(folder, "grade", "x.ipynb", "--out", "grades")
    assert (code, "no assignment yet" in said) == (2, True)
    assert run(folder, "new", "twice", "--assignment", "arithmetic")[0] == 0
    for path in (*folder.glob("*/arithmetic/**/*.py"), *folder.glob("autograder/exercises/*/*.py")):
        text = "".join(
            line
            for line in path.read_text("utf-8").splitlines(keepends=True)
            if STILL_TO_DO not in line
        )
        if path.parent.name == "known":
            for title, answer in WRONG.items():
                edit = f'swap("2 * number", "{answer}")'
                text += f'known.mistake("{title}", {edit}, fails=["numbers_are_doubled"], {WHY})\n'
            for title, answer in RIGHT.items():
                text += f'known.accepted("{title}", swap("2 * number", "{answer}"))\n'
        path.write_text(text, "utf-8")
    assert run(folder, "build")[0] == 0
    assert run(folder, "build", "--check")[0] == 0
    code, said = run(folder, "selfcheck", "--require-tier", "full")
    assert (code, "twice: 12 proofs, all as they must be" in said) == (0, True), said
    work = tmp_path / "work"
    work.mkdir()
    (work / "ada.py").write_text("def twice(number):\n    return number + number\n", "utf-8")
    code, said = run(folder, "grade", str(work), "--out", "grades")
    assert (code, "ada: 10 of 10" in said) == (0, True), said
