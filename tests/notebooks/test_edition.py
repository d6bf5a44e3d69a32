"""The package that students get: it checks as ours does, and holds nothing else.

That no known answer is in it is proven by `test_handouts`.
"""

from __future__ import annotations

from pathlib import Path

from autograder import PACKAGE
from autograder.course import find_course
from autograder.notebooks.edition import write_edition
from tests.tiny import NAME

COURSE = find_course(Path(__file__))
TABLE = COURSE.table.assignments[NAME]
SLUGS = TABLE.exercises[:2]


def test_definitions_are_the_graders(tmp_path: Path) -> None:
    """The definitions of these exercises are the grader's own, and there are no others."""
    write_edition(tmp_path / "autograder", NAME, SLUGS, TABLE.data)
    there, here = (root / "exercises" / NAME for root in (tmp_path / "autograder", PACKAGE))
    assert sorted(path.stem for path in there.iterdir()) == sorted(["__init__", *SLUGS])
    for path in there.iterdir():
        assert path.read_bytes() == (here / path.name).read_bytes()
    assert (there.parent / "__init__.py").is_file()


def test_the_hidden_images_are_not_in_it(tmp_path: Path) -> None:
    """The edition has the public images of its data set, and not the hidden ones."""
    write_edition(tmp_path / "autograder", NAME, SLUGS, TABLE.data)
    there = tmp_path / "autograder" / "data" / TABLE.data
    assert (there / "public").is_dir()
    assert not (there / "hidden").exists()


def test_other_data_is_not_in_it(tmp_path: Path) -> None:
    """The edition has the data of its own assignment, or none where that needs none."""
    write_edition(tmp_path / "with", NAME, SLUGS, TABLE.data)
    write_edition(tmp_path / "without", NAME, SLUGS, "")
    assert [path.name for path in (tmp_path / "with" / "data").iterdir()] == [TABLE.data]
    assert not (tmp_path / "without" / "data").exists()
