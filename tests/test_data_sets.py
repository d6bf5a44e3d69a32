"""Nothing but an assignment's own folders knows which data it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.course import find_course
from autograder.wire.dataset import DataSet, data_sets

COURSE = find_course(Path(__file__))
TEXT = (".py", ".toml", ".md", ".j2", ".css", ".sh", "")
# Whose format it is, and a name that other libraries once had.
MAY_NAME = {PACKAGE / "wire" / "image_files.py", PACKAGE / "judging" / "old_names.py"}


def engine_files() -> list[Path]:
    """The files of the engine: without data, and without definitions that use this data."""
    users = [name for name, table in COURSE.table.assignments.items() if table.data]
    folders = [PACKAGE / "exercises" / name for name in users] + [PACKAGE / "data"]
    return [
        path
        for path in PACKAGE.rglob("*")
        if path.is_file()
        and path.suffix in TEXT
        and path not in MAY_NAME
        and not any(path.is_relative_to(folder) for folder in folders)
    ]


@pytest.mark.parametrize("about", data_sets(), ids=lambda about: about.name)
def test_the_engine_names_no_data_set(about: DataSet) -> None:
    """Neither its title, what Keras calls it, its name in quotes or a path, nor odd classes."""
    names = [about.title, about.place, Path(about.place).stem]
    names += [name for name in about.classes if " " in name or "/" in name]
    patterns = [rf"\b{re.escape(name)}\b" for name in names]
    named = re.compile("|".join([*patterns, rf"[\"'/.]{about.name}\b"]))
    for path in engine_files():
        found = named.search(path.read_text("utf-8", errors="replace"))
        assert found is None, f"{path} names {found}"
