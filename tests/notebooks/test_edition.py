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
SLUGS = COURSE.table.assignments[NAME].exercises[:2]


def test_definitions_are_the_graders(tmp_path: Path) -> None:
    """The definitions of these exercises are the grader's own, and there are no others."""
    write_edition(tmp_path / "autograder", NAME, SLUGS)
    there, here = (root / "exercises" / NAME for root in (tmp_path / "autograder", PACKAGE))
    assert sorted(path.stem for path in there.iterdir()) == sorted(["__init__", *SLUGS])
    for path in there.iterdir():
        assert path.read_bytes() == (here / path.name).read_bytes()
    assert (there.parent / "__init__.py").is_file()


def test_the_hidden_images_are_not_in_it(tmp_path: Path) -> None:
    """The edition has the public images, and not the hidden ones."""
    write_edition(tmp_path / "autograder", NAME, SLUGS)
    assert (tmp_path / "autograder/data/public/datasets").is_dir()
    assert not (tmp_path / "autograder/data/hidden").exists()
