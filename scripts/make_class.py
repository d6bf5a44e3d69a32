"""Writes a made-up class of notebooks, some of them damaged, into a folder for each assignment.

    python scripts/make_class.py examples/class --students 14 --seed 1

The same arguments always write the same files. A third of the class goes on to other assignments
than the first.
"""

from __future__ import annotations

from pathlib import Path

import click

from autograder.course import find_course
from tests.sample_class import mixed

NAMES = [
    *("ada", "alan", "barbara", "claude", "donald", "edsger", "frances", "grace", "hedy", "ivan"),
    *("joan", "katherine", "linus", "margaret", "niklaus", "olga", "radia", "shafi", "tim", "yann"),
]


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--students", type=click.IntRange(1), default=14, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(folder: Path, students: int, seed: int) -> None:
    course = find_course(Path.cwd())
    rounds = range(-(-students // len(NAMES)))
    names = [name + (f"-{turn}" if turn else "") for turn in rounds for name in NAMES][:students]
    first, *others = course.table.assignments
    for assignment in (first, *others):
        own = folder / assignment
        own.mkdir(parents=True, exist_ok=True)
        present = names if assignment == first else names[: -(-students // 3)]
        for student in mixed(course, assignment, present, seed):
            (own / f"{student.name}.ipynb").write_text(student.notebook, "utf-8")
    # One that was cut off while it was uploaded: refused with a reason, and nobody else suffers.
    text = (folder / first / f"{names[0]}.ipynb").read_text("utf-8")
    (folder / first / "zoe.ipynb").write_text(text[: len(text) // 2], "utf-8")


if __name__ == "__main__":
    main()
