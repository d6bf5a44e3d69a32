"""Begins a course from nothing: this engine in a new folder, without assignments.

Definitions are modules of the engine's own package, so a course and its engine belong together, and
each course has a copy.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import tomlkit

from autograder import PACKAGE
from autograder.commands.new import refuse_title
from autograder.course import FILE_NAME
from autograder.wire.dataset import DATA, data_set
from autograder.wire.errors import UsageError

# What a course needs beside its package: what installs it, and what grading installs elsewhere.
BESIDE = ("pyproject.toml", "LICENSE", "requirements.lock", "requirements-grading.lock")
EXERCISES = "exercises"
README = PACKAGE / "templates" / "course_readme.md"
IGNORED = ".venv\n__pycache__/\n.trainings/\n/grades/\n"


def new_course(folder: Path, title: str, data: Sequence[str]) -> None:
    """Writes a course with these data sets into `folder`, which must be new or empty.

    Raises `UsageError` where that cannot be done.
    """
    refuse_title(title)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; name a new folder. Nothing was written.")
    root = PACKAGE.parent
    if missing := [name for name in BESIDE if not (root / name).is_file()]:
        raise UsageError(
            f"{root} lacks {', '.join(missing)}: a course is begun from a checkout of this engine,"
            " not from an installed one. Nothing was written."
        )
    homes = [DATA / data_set(name).name for name in data]
    try:
        _write(folder, title, homes)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _write(folder: Path, title: str, homes: Sequence[Path]) -> None:
    package = folder / PACKAGE.name
    leave_out = shutil.ignore_patterns("__pycache__")
    others = (EXERCISES, DATA.name)
    package.mkdir(parents=True)
    for path in PACKAGE.iterdir():
        if path.is_dir() and path.name not in (*others, "__pycache__"):
            shutil.copytree(path, package / path.name, ignore=leave_out)
        elif path.is_file():
            shutil.copy(path, package)
    (package / EXERCISES).mkdir()
    shutil.copy(PACKAGE / EXERCISES / "__init__.py", package / EXERCISES)
    for home in homes:
        shutil.copytree(home, package / DATA.name / home.name, ignore=leave_out)
    for name in BESIDE:
        shutil.copy(PACKAGE.parent / name, folder)
    (folder / FILE_NAME).write_text(tomlkit.dumps({"title": title}), "utf-8")
    (folder / "README.md").write_text(README.read_text("utf-8").format(title=title), "utf-8")
    (folder / ".gitignore").write_text(IGNORED, "utf-8")
